namespace SesamTalk.TestKit.Worlds;

/// <summary>A link, as the state shows it.</summary>
/// <param name="Source">The key of the source record.</param>
/// <param name="Target">The key of the target record.</param>
/// <param name="Evidence">Why they are linked, in lower case: <c>rule</c>, <c>cluster</c>, <c>created</c>.</param>
/// <param name="Detail">Which rule, or what else is to be known.</param>
/// <param name="Run">The run that linked them.</param>
public sealed record LinkSeen(string Source, string Target, string Evidence, string? Detail, long Run);

/// <summary>A conflict, as the state shows it.</summary>
/// <param name="Winner">The record whose value was taken, and the property: <c>system/entity/key property</c>.</param>
/// <param name="WinnerValue">Its value.</param>
/// <param name="Loser">The record whose value gave way, and the property.</param>
/// <param name="LoserValue">Its value.</param>
/// <param name="Place">The row that it was met on, as <c>file:line</c>.</param>
/// <param name="DecidedBy">What decided.</param>
public sealed record ConflictSeen(string Winner, string? WinnerValue, string Loser, string? LoserValue, string Place, string DecidedBy);

/// <summary>A change, as the journal shows it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Record">The record that was written.</param>
/// <param name="Property">The property.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What is there.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Place">The row, as <c>file:line</c>.</param>
/// <param name="Origin">The record whose edit it is.</param>
public sealed record ChangeSeen(long Run, string Record, string Property, string? Before, string? After, string Flow, string Place, string Origin);

/// <summary>Something that waits for a person, for another record or for another value.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Reason">Why.</param>
public sealed record PendingSeen(string Subject, string Reason);
