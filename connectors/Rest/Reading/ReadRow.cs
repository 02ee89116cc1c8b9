using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A row of an answer.</summary>
/// <param name="Key">Its key; <see langword="null"/> where it has none.</param>
/// <param name="Record">The record; <see langword="null"/> where it could not be read.</param>
/// <param name="Fault">Why it could not be read.</param>
/// <param name="Values">All values that were wanted of it.</param>
internal readonly record struct ReadRow(string? Key, Record? Record, RecordFault? Fault, Value[] Values);
