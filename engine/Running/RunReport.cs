using System.Collections.Immutable;

namespace SesamTalk.Engine.Running;

/// <summary>What a run did.</summary>
/// <param name="Run">The number of the run in the journal.</param>
/// <param name="Started">When it began (UTC).</param>
/// <param name="Ended">When it ended (UTC).</param>
/// <param name="Flows">The flows, in canonical order.</param>
/// <param name="Entities">The entities that were read, in ordinal order of <c>system/entity</c>.</param>
/// <param name="Findings">What a person should know, in the order of the run: guards, systems that failed, records that were rejected or could not be read, clusters that were stopped.</param>
public sealed record RunReport(
    long Run,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    ImmutableArray<FlowReport> Flows,
    ImmutableArray<EntityReport> Entities,
    ImmutableArray<Finding> Findings)
{
    /// <summary>How many records were written, in all systems.</summary>
    public long Writes => Flows.Sum(f => f.CreatedInTarget + f.CreatedInSource + f.UpdatedInTarget + f.UpdatedInSource + f.DeletedInTarget + f.DeletedInSource);
}

/// <summary>What a run did for one flow. A write that serves several flows counts for the first of them that changes something.</summary>
/// <param name="Flow">The flow's name.</param>
public sealed record FlowReport(string Flow)
{
    /// <summary>Records read of both its entities.</summary>
    public long Read { get; init; }

    /// <summary>Links made.</summary>
    public long Linked { get; init; }

    /// <summary>Target records created.</summary>
    public long CreatedInTarget { get; init; }

    /// <summary>Source records created.</summary>
    public long CreatedInSource { get; init; }

    /// <summary>Target records changed.</summary>
    public long UpdatedInTarget { get; init; }

    /// <summary>Source records changed.</summary>
    public long UpdatedInSource { get; init; }

    /// <summary>Target records deleted (clause D1).</summary>
    public long DeletedInTarget { get; init; }

    /// <summary>Source records deleted (clause D1).</summary>
    public long DeletedInSource { get; init; }

    /// <summary>Links that ended because a record of them is gone, while the other stays (clause D1).</summary>
    public long Ended { get; init; }

    /// <summary>Conflicts recorded (clauses R4, D3).</summary>
    public long Conflicts { get; init; }

    /// <summary>Records that wait for another record or a mandatory value (clauses C4, R10), at the end of the run.</summary>
    public long Waiting { get; init; }

    /// <summary>Records in review (clause I4), at the end of the run.</summary>
    public long InReview { get; init; }

    /// <summary>Records that a system rejected in this run (clause W4).</summary>
    public long Rejected { get; init; }

    /// <summary>Calls of systems for its sake; a call that serves several flows counts for the first of them.</summary>
    public long Calls { get; init; }

    /// <summary>Time spent for its sake.</summary>
    public TimeSpan Time { get; init; }
}

/// <summary>What a run read of one entity.</summary>
/// <param name="System">The system.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Complete">Whether all of it was read; else what changed since a cursor.</param>
/// <param name="Read">Records read.</param>
/// <param name="Changed">Records that were new or differed from the mirror.</param>
/// <param name="Unreadable">Records that could not be read.</param>
public sealed record EntityReport(string System, string Entity, bool Complete, long Read, long Changed, long Unreadable);

/// <summary>Something that a person should know.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">What it is about: a record as <c>system/entity/key</c>, a system, or a flow.</param>
/// <param name="Message">What happened, in plain words, with the system's own where there are any.</param>
/// <param name="Cure">What to do about it, where something can be said.</param>
public sealed record Finding(FindingKind Kind, string Subject, string Message, string? Cure = null);

/// <summary>Kinds of findings.</summary>
public enum FindingKind
{
    /// <summary>A record that could not be read.</summary>
    Unreadable,

    /// <summary>A record that a system did not accept (clause W4).</summary>
    Rejected,

    /// <summary>A system that could not be reached (clause W4).</summary>
    Unavailable,

    /// <summary>A system that refused a login or a right (clause W4).</summary>
    Refused,

    /// <summary>A flow or an entity whose flows a guard stopped before it wrote (clauses G1 to G3).</summary>
    Guarded,

    /// <summary>A cluster that was stopped because it did not settle (clause T1).</summary>
    Unsettled,

    /// <summary>A create whose effect is not known and that a person has to look at (clause C3).</summary>
    Unresolved,
}
