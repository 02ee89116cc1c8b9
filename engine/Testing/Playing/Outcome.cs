using System.Collections.Immutable;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>What came of a play.</summary>
/// <param name="Moments">The two records before and after each run, in order.</param>
/// <param name="Surplus">Records of the two entities beside those two, as <c>system/entity/key</c>.</param>
/// <param name="LinkedBy">Why the two records are linked: the match rule, or a few words; none where they are not.</param>
/// <param name="Journal">The applied changes.</param>
/// <param name="Conflicts">The conflicts of the flow.</param>
/// <param name="Refused">What was not accepted.</param>
/// <param name="Waits">What is waited for.</param>
/// <param name="Review">Why a record is in review.</param>
/// <param name="Stops">What else the runs tell: guards, and what did not settle.</param>
internal sealed record Outcome(
    ImmutableArray<Snapshot> Moments,
    ImmutableArray<string> Surplus,
    string? LinkedBy,
    ImmutableArray<JournalEntry> Journal,
    ImmutableArray<ConflictStatus> Conflicts,
    ImmutableArray<string> Refused,
    ImmutableArray<string> Waits,
    ImmutableArray<string> Review,
    ImmutableArray<Finding> Stops)
{
    /// <summary>Whether the two records are linked.</summary>
    public bool AreLinked => LinkedBy is not null;

    /// <summary>The two records at the end.</summary>
    public Snapshot End => Moments[^1];
}
