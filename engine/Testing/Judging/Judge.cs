using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Testing.Playing;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Holds what came of a play against what its test expects.</summary>
internal sealed class Judge(FlowTest test, Flow flow)
{
    private readonly RecordJudge _records = new(flow);

    /// <summary>What is not as expected.</summary>
    public ImmutableArray<TestDifference> Of(Play play, Outcome outcome)
    {
        var expect = play.Expect;
        var messages = new MessageJudge(expect.Node, test.Place);
        IEnumerable<TestDifference> found =
        [
            .. Sides.Both.SelectMany(side => _records.Compare(side, expect.Of(side), outcome.End.Of(side))),
            .. Links(expect, outcome),
            .. Surplus(expect, outcome),
            .. outcome.Stops.Select(stop => new TestDifference("run", "no trouble", $"{stop.Subject}: {stop.Message}", test.Place)),
            .. messages.Compare("refused", expect.Refused, outcome.Refused),
            .. messages.Compare("waits", expect.Waits, outcome.Waits),
            .. messages.Compare("review", expect.Review, outcome.Review),
            .. new ConflictJudge(flow, outcome).Compare(expect, test.Place),
        ];
        return [.. found.Select(difference => difference with { Way = play.Way, Correction = MayCorrect(play, difference) ? difference.Correction : null })];
    }

    private static IEnumerable<TestDifference> Links(Expectation expect, Outcome outcome)
    {
        if (expect.Linked is { } linked && linked.Value != outcome.AreLinked)
        {
            yield return new TestDifference("linked", Word(linked.Value), Word(outcome.AreLinked), linked.Place) { Correction = new Correction.Replace(linked.Place, Word(outcome.AreLinked)) };
        }
    }

    // What is not linked gets a counterpart of its own, where the flow makes one.
    private IEnumerable<TestDifference> Surplus(Expectation expect, Outcome outcome) => expect.Linked is { Value: false }
        ? []
        : outcome.Surplus.Select(record => new TestDifference("record", Shown.Nothing, $"{record} was made as well", test.Place));

    // Of two records that follow from each other, one is what is given: the other one is what is brought up to date.
    private bool MayCorrect(Play play, TestDifference difference) => play.Way switch
    {
        null => true,
        Direction.ToTarget => difference.Subject.StartsWith("target", StringComparison.Ordinal),
        _ => test.Pair!.Direction == Direction.ToSource && difference.Subject.StartsWith("source", StringComparison.Ordinal),
    };

    private static string Word(bool truth) => truth ? "true" : "false";
}
