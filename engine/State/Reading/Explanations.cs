using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Linking;

namespace SesamTalk.Engine.State;

/// <summary>What a record is linked with.</summary>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Links">Its links, in order of the flows.</param>
/// <param name="Members">The records of its cluster, itself among them.</param>
/// <param name="Apart">Whom it is never to be linked with (clause I6).</param>
/// <param name="Reviews">The reviews that it is in (clause I4).</param>
public sealed record RecordLinks(
    string Record, ImmutableArray<RecordLink> Links, ImmutableArray<string> Members, ImmutableArray<ApartStatus> Apart, ImmutableArray<ReviewStatus> Reviews);

/// <summary>A link of a record.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Counterpart">The other record.</param>
/// <param name="Evidence">Why they are linked (clause I7).</param>
/// <param name="Detail">The rule, where it was one.</param>
/// <param name="Run">The run that linked them.</param>
/// <param name="Linked">When that run began.</param>
public sealed record RecordLink(string Flow, string Counterpart, EvidenceKind Evidence, string? Detail, long Run, DateTimeOffset Linked)
{
    /// <summary>The run in which it ended, because one of the two was gone (clause D4).</summary>
    public long? EndedIn { get; init; }
}

/// <summary>A record that another is never to be linked with.</summary>
/// <param name="Record">The record.</param>
/// <param name="Run">The decision.</param>
/// <param name="Decided">When.</param>
public sealed record ApartStatus(string Record, long Run, DateTimeOffset Decided);

/// <summary>Some changes of a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Changes">The latest changes, newest last.</param>
/// <param name="Earlier">How many there are before them.</param>
public sealed record RecordHistory(string Record, ImmutableArray<JournalEntry> Changes, int Earlier);

/// <summary>Why a record is what it is (clause H2).</summary>
/// <param name="Links">What it is linked with.</param>
/// <param name="Properties">Its properties, in ordinal order.</param>
public sealed record RecordExplanation(RecordLinks Links, ImmutableArray<PropertyExplanation> Properties);

/// <summary>Why a value is what it is (clause H2).</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">Its value; what is sensitive is replaced.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="EditedIn">The record in which the edit was made.</param>
/// <param name="EditedAt">When; none for a value that was there at first sight and has no time.</param>
/// <param name="Written">The change that brought it here, where this engine wrote it.</param>
/// <param name="Conversions">The conversions of the row that brought it; empty where there are none, or the row is no longer there.</param>
/// <param name="Conflicts">The conflicts that it met, won and lost, oldest first.</param>
public sealed record PropertyExplanation(
    string Property,
    Value Value,
    ValueOrigin Origin,
    string EditedIn,
    DateTimeOffset? EditedAt,
    JournalEntry? Written,
    string Conversions,
    ImmutableArray<ConflictStatus> Conflicts);

/// <summary>Where a value comes from.</summary>
public enum ValueOrigin
{
    /// <summary>It was mapped since the record was last read.</summary>
    NotSeen,

    /// <summary>It was empty at first sight, and nobody has filled it.</summary>
    NeverFilled,

    /// <summary>It was there at first sight.</summary>
    FirstSight,

    /// <summary>It was edited in this record.</summary>
    Here,

    /// <summary>It came from another record, or agrees with what was edited there.</summary>
    Elsewhere,
}
