using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Writing;

/// <summary>
/// What became of one record (clause W4). What concerns the system as a whole (busy, unavailable, refused) is an exception of the
/// call, not an outcome of a record.
/// </summary>
public abstract record WriteOutcome;

/// <summary>The record was written.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Stored">The record as the system now holds it, where the system answers with that; else <see langword="null"/>.</param>
public sealed record Written(string Key, Record? Stored) : WriteOutcome;

/// <summary>The system did not accept this content for this record.</summary>
/// <param name="Message">The system's own words.</param>
public sealed record Rejected(string Message) : WriteOutcome;

/// <summary>Something else is there than was expected, so nothing was written (clause W2).</summary>
/// <param name="Current">The record as it is, where the system told; <see langword="null"/> also where it no longer exists.</param>
public sealed record Changed(Record? Current) : WriteOutcome;
