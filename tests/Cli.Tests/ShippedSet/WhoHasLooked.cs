using System.Globalization;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>A person who decides what became of creates, by what the lists of the program say (clause C3).</summary>
internal sealed class WhoHasLooked(FlowSet set)
{
    private const double NearlyAll = 0.75;

    private readonly Decisions _decisions = new(TimeProvider.System, new TimeOrderedIdentifiers(TimeProvider.System));

    /// <summary>Decides for each record: links it with what came of the create, or has it made.</summary>
    public void DecideAll(IEnumerable<string> records)
    {
        // What is there is linked first: what is left then is not there.
        var unclear = records.Select(record => (Record: record, Made: MadeFor(record))).OrderBy(it => it.Made is null).ToList();
        foreach (var (record, made) in unclear)
        {
            var outcome = made is null ? _decisions.Retry(set, record) : _decisions.Link(set, record, made);
            TestContext.Out.WriteLine(outcome.Message);
            outcome.Result.Should().Be(DecisionResult.Done, outcome.Message);
        }
    }

    private string? MadeFor(string record)
    {
        using var state = StateReader.Open(set.Workspace.State, set)!;
        var reviews = state.Status().Reviews.Where(review => review.Record == record).ToList();
        reviews.Should().NotBeEmpty("{0} waits for a person", record);
        return reviews.SelectMany(review => review.Candidates).Where(candidate => candidate.Evidence.Any(Speaks)).MaxBy(candidate => candidate.Evidence.Max(ShareIn))?.Record;
    }

    // Of a match rule all pairs are equal.
    private static bool Speaks(string evidence) => ShareIn(evidence) >= NearlyAll;

    private static double ShareIn(string evidence) => evidence.Split(' ') is ["holds", var same, "of", "the", var sent, ..]
        ? double.Parse(same, CultureInfo.InvariantCulture) / double.Parse(sent, CultureInfo.InvariantCulture)
        : 1;
}
