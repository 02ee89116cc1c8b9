namespace SesamTalk.Connectors.Reading;

/// <summary>A record that could not be read; the others go on.</summary>
/// <param name="Key">Its key, or <see langword="null"/> where even that is missing.</param>
/// <param name="Property">The property that could not be read, if it is one.</param>
/// <param name="Message">What is wrong, in plain words, with the value as it stands in the system.</param>
public sealed record RecordFault(string? Key, string? Property, string Message);
