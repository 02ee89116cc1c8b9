using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing.Covering;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing;

/// <summary>Runs the tests of flows by the engine itself, over systems that only a test sees: no system of the workspace is reached.</summary>
/// <param name="options">What the tests are run with.</param>
public sealed class FlowTester(FlowTestOptions options)
{
    /// <summary>Runs the tests of some flows.</summary>
    /// <param name="set">The set, checked.</param>
    /// <param name="flows">The flows whose tests are run, and whose coverage is told.</param>
    /// <param name="files">The tests, of these flows and others.</param>
    /// <param name="breaks">Whether the tests are also tried on flows with one thing broken.</param>
    /// <param name="cancellationToken">Ends the tests early.</param>
    public async Task<FlowTestReport> RunAsync(
        FlowSet set, IReadOnlyCollection<string> flows, IReadOnlyCollection<FlowTestFile> files, bool breaks, CancellationToken cancellationToken)
    {
        var wanted = set.Flows.Where(flow => flows.Contains(flow.Name)).ToList();
        var reports = new TestedFlow[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, cancellationToken, async (place, token) =>
            reports[place] = await TestAsync(set, wanted[place], files, breaks, token));
        return new FlowTestReport(
            [.. reports.SelectMany(report => report.Results).OrderBy(result => result.File, StringComparer.Ordinal).ThenBy(result => result.Place.Line)],
            [.. reports.Select(report => report.Coverage)])
        {
            Mutants = breaks ? [.. reports.SelectMany(report => report.Mutants)] : null,
        };
    }

    private async Task<TestedFlow> TestAsync(FlowSet set, Flow flow, IEnumerable<FlowTestFile> files, bool breaks, CancellationToken cancellationToken)
    {
        var stage = TestStage.Of(set, flow, options.MakeSystems(TimeProvider.System).Connector.Name);
        var probes = Probes.Of(stage);
        var touched = new bool[probes.Count];
        var runner = new TestRunner(flow, options);
        var results = new List<FlowTestResult>();
        var tests = files.Where(file => file.Flow == flow.Name).SelectMany(file => file.Tests.Select(test => (file.File, Test: test))).ToList();
        foreach (var (file, test) in tests)
        {
            results.Add(await runner.RunAsync(stage, file, test, outcome => Touch(touched, probes, outcome), cancellationToken));
        }

        var points = probes.Select((probe, place) => new CoveragePoint(probe.Kind, probe.Text, probe.Place, touched[place]));
        var passing = tests.Select(test => test.Test).Where(test => results.Any(result => result.Passed && result.Place == test.Place));
        return new TestedFlow(results, new FlowCoverage(flow.Name, [.. points]), breaks ? await runner.BreakAsync(stage, [.. passing], cancellationToken) : []);
    }

    private static void Touch(bool[] touched, IReadOnlyList<Probe> probes, Outcome outcome)
    {
        for (var place = 0; place < touched.Length; place++)
        {
            touched[place] = touched[place] || probes[place].IsTouchedBy(outcome);
        }
    }

    private sealed record TestedFlow(IReadOnlyList<FlowTestResult> Results, FlowCoverage Coverage, IReadOnlyList<MutantResult> Mutants);
}
