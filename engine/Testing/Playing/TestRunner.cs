using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing.Breaking;
using SesamTalk.Engine.Testing.Judging;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>Runs the tests of a flow, on it or on a broken form of it.</summary>
/// <param name="flow">The flow as its author wrote it: what is given and expected goes by it.</param>
/// <param name="options">What tests are run with.</param>
internal sealed class TestRunner(Flow flow, FlowTestOptions options)
{
    /// <summary>Runs a test; a test that passes touches what it runs through.</summary>
    public async Task<FlowTestResult> RunAsync(TestStage stage, string file, FlowTest test, Action<Outcome> touch, CancellationToken cancellationToken)
    {
        var begin = options.Clock.GetTimestamp();
        var judge = new Judge(test, flow);
        var differences = new List<TestDifference>();
        var outcomes = new List<Outcome>();
        var plays = Plays.Of(test, flow);
        if (plays.IsEmpty)
        {
            differences.Add(new TestDifference("direction", "a way that the flow runs", "none: no row runs that way", test.Place));
        }

        foreach (var play in plays)
        {
            outcomes.Add(await Player.PlayAsync(stage, play, options, cancellationToken));
            differences.AddRange(judge.Of(play, outcomes[^1]));
        }

        if (differences.Count == 0)
        {
            outcomes.ForEach(touch);
        }

        return new FlowTestResult(file, flow.Name, test.Name, test.Place, [.. differences], options.Clock.GetElapsedTime(begin));
    }

    /// <summary>Tries tests that pass on each broken form of the flow.</summary>
    public async Task<IReadOnlyList<MutantResult>> BreakAsync(TestStage stage, ImmutableArray<FlowTest> tests, CancellationToken cancellationToken)
    {
        var results = new List<MutantResult>();
        foreach (var mutant in Mutants.Of(flow))
        {
            results.Add(new MutantResult(flow.Name, mutant.Text, mutant.Place, await NoticerAsync(stage.With(mutant.Flow), tests, cancellationToken)));
        }

        return results;
    }

    private async Task<string?> NoticerAsync(TestStage stage, ImmutableArray<FlowTest> tests, CancellationToken cancellationToken)
    {
        foreach (var test in tests)
        {
            var result = await RunAsync(stage, string.Empty, test, _ => { }, cancellationToken);
            if (!result.Passed)
            {
                return test.Name;
            }
        }

        return null;
    }
}
