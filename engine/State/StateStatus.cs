using System.Collections.Immutable;

namespace SesamTalk.Engine.State;

/// <summary>Where a workspace stands, read from its state without reaching any system.</summary>
/// <param name="LastRun">The last run, if there was one.</param>
/// <param name="Flows">The flows that ever ran, in ordinal order of their names.</param>
/// <param name="Reviews">Who is in review (clause I4), the first thousand.</param>
/// <param name="Waiting">Who waits (clauses C4, R10), the first thousand.</param>
/// <param name="DeadLetters">What systems did not accept or show (clause W4), the first thousand.</param>
/// <param name="OpenCreates">How many creates are under way or not resolved (clause C3).</param>
/// <param name="Conflicts">How many conflicts are recorded (clause R4).</param>
/// <param name="ForNextRun">How many records the next run has to look at, whatever it reads.</param>
public sealed record StateStatus(
    RunStatus? LastRun,
    ImmutableArray<FlowStatus> Flows,
    ImmutableArray<ReviewStatus> Reviews,
    ImmutableArray<WaitingStatus> Waiting,
    ImmutableArray<DeadLetterStatus> DeadLetters,
    long OpenCreates,
    long Conflicts,
    long ForNextRun)
{
    /// <summary>The conflicts that wait for a person (clauses R4, R5), the first thousand.</summary>
    public ImmutableArray<ConflictStatus> WaitingConflicts { get; init; } = [];
}

/// <summary>A run.</summary>
/// <param name="Run">Its number.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; none if it is under way or was killed.</param>
/// <param name="Outcome">How it ended: <c>settled</c>, or <c>incomplete</c> where a system failed.</param>
/// <param name="Holder">The process that ran it.</param>
public sealed record RunStatus(long Run, DateTimeOffset Started, DateTimeOffset? Ended, string? Outcome, string Holder)
{
    /// <summary>Whether it took an earlier run back.</summary>
    public bool IsUndo { get; init; }
}

/// <summary>A flow.</summary>
/// <param name="Flow">Its name.</param>
/// <param name="Links">How many links hold.</param>
/// <param name="InReview">How many records are in review.</param>
/// <param name="Waiting">How many records wait.</param>
public sealed record FlowStatus(string Flow, long Links, long InReview, long Waiting);

/// <summary>A record in review.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Candidates">Who could be its counterpart, the first ten, each with its evidence.</param>
/// <param name="CandidateCount">How many candidates there are.</param>
/// <param name="Reason">Why it was not linked.</param>
public sealed record ReviewStatus(string Flow, string Record, ImmutableArray<ReviewCandidate> Candidates, int CandidateCount, string Reason);

/// <summary>Who could be the counterpart of a record in review.</summary>
/// <param name="Record">The candidate, as <c>system/entity/key</c>.</param>
/// <param name="Evidence">What speaks for it: the match rules that hold, with the values that both carry.</param>
public sealed record ReviewCandidate(string Record, ImmutableArray<string> Evidence);

/// <summary>A record that waits.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Reason">What for.</param>
public sealed record WaitingStatus(string Flow, string Record, string Reason);

/// <summary>Something that a system did not accept or show.</summary>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="What">What was tried.</param>
/// <param name="Message">The system's own words.</param>
/// <param name="Run">In which run.</param>
public sealed record DeadLetterStatus(string Record, string What, string Message, long Run)
{
    /// <summary>The flow that tried it; empty where a record could not be read.</summary>
    public string Flow { get; init; } = string.Empty;

    /// <summary>When the run began.</summary>
    public DateTimeOffset RunStarted { get; init; }

    /// <summary>Whether a person wants to hear no more of it.</summary>
    public bool IsDropped { get; init; }
}
