namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A record that a log of deletes names.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">What the log says of its kind; <see langword="null"/> where the log is of one entity.</param>
/// <param name="Place">Where in the log it stands; <see langword="null"/> where the row does not say.</param>
internal readonly record struct DeletedRow(string Key, string? Type, CursorPlace? Place);
