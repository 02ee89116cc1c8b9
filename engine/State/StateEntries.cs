using SesamTalk.Connectors.Values;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Linking;

namespace SesamTalk.Engine.State;

/// <summary>A link.</summary>
/// <param name="SourceKey">The key of the source record.</param>
/// <param name="TargetKey">The key of the target record.</param>
/// <param name="Evidence">Why they are linked (clause I7).</param>
/// <param name="Detail">The rule, where it was one.</param>
/// <param name="Run">The run that linked them.</param>
public sealed record LinkStatus(string SourceKey, string TargetKey, EvidenceKind Evidence, string? Detail, long Run)
{
    /// <summary>The run in which it ended, because a record of it was gone; none while it holds (clause D4).</summary>
    public long? EndedIn { get; init; }
}

/// <summary>An applied change of one property (clause H1).</summary>
/// <param name="Run">The run.</param>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Kind">What was done to the record.</param>
/// <param name="Property">The property.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What is there since.</param>
/// <param name="EditOrigin">The record in which the winning edit was made.</param>
/// <param name="EditTime">When it was made; none for a value that was there at first sight and has no time.</param>
/// <param name="Flow">The flow.</param>
/// <param name="File">The file of the flow.</param>
/// <param name="Line">The line of the row.</param>
public sealed record JournalEntry(
    long Run,
    string Record,
    ChangeKind Kind,
    string Property,
    Value Before,
    Value After,
    string EditOrigin,
    DateTimeOffset? EditTime,
    string Flow,
    string File,
    int Line)
{
    /// <summary>When the run began.</summary>
    public DateTimeOffset RunStarted { get; init; }
}

/// <summary>A recorded conflict (clause R4).</summary>
/// <param name="Run">The run.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Place">File and line of the row.</param>
/// <param name="Winner">The record whose value won.</param>
/// <param name="WinnerProperty">Its property.</param>
/// <param name="WinnerValue">Its value.</param>
/// <param name="WinnerEdit">Its edit.</param>
/// <param name="Loser">The record whose value was beaten.</param>
/// <param name="LoserProperty">Its property.</param>
/// <param name="LoserValue">Its value.</param>
/// <param name="LoserEdit">Its edit.</param>
/// <param name="DecidedBy">What decided.</param>
public sealed record ConflictStatus(
    long Run,
    string Flow,
    string Place,
    string Winner,
    string WinnerProperty,
    string WinnerValue,
    string WinnerEdit,
    string Loser,
    string LoserProperty,
    string LoserValue,
    string LoserEdit,
    string DecidedBy)
{
    /// <summary>Its number, by which a person names it.</summary>
    public long Number { get; init; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset RunStarted { get; init; }

    /// <summary>Whether it waits for a person: it is left to one, and both edits are still there.</summary>
    public bool Waits => WaitingSource is not null;

    /// <summary>Of a conflict that waits, the record on the source side of the flow; the two sides are then called winner and loser only for a name.</summary>
    public string? WaitingSource { get; init; }

    /// <summary>The decision of a person, if there was one.</summary>
    public long? Resolved { get; init; }

    /// <summary>The side that the person chose: <c>source</c> or <c>target</c>.</summary>
    public string? Taken { get; init; }
}
