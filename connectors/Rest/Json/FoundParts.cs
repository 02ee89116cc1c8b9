namespace SesamTalk.Connectors.Rest.Json;

/// <summary>What was found in an answer.</summary>
/// <param name="HasRows">Whether there was a list of rows, however empty.</param>
/// <param name="HasRecord">Whether there was a record.</param>
/// <param name="Texts">The texts that were wanted; <see langword="null"/> for those that are not there.</param>
internal readonly record struct FoundParts(bool HasRows, bool HasRecord, string?[] Texts);
