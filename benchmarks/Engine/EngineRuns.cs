using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;

namespace SesamTalk.Benchmarks.Engine;

/// <summary>Runs the engine over a workspace of contacts, with everything on: once, or several times in the same process.</summary>
internal sealed class EngineRuns : IChildTask
{
    public string Name => "engine";

    public async Task<ChildReport> RunAsync(ChildArguments arguments)
    {
        await using var services = new ServiceCollection().AddSesamTalkEngine().AddSingleton<IConnector, SqlConnector>().BuildServiceProvider();
        var runner = services.GetRequiredService<Runner>();
        var laps = new Lap[int.Parse(arguments["laps"], null)];
        for (var lap = 0; lap < laps.Length; lap++)
        {
            laps[lap] = await RunAsync(runner, SetOf(arguments));
        }

        return new ChildReport([.. laps]);
    }

    private static FlowSet SetOf(ChildArguments arguments)
    {
        var workspace = new ContactWorkspace(arguments["folder"]);
        var withCursors = arguments["read"] == "cursors";
        return arguments["flows"] == "cycle" ? workspace.Cycle(withCursors) : workspace.Pair(withCursors);
    }

    private static async Task<Lap> RunAsync(Runner runner, FlowSet set)
    {
        var clock = new StageClock();
        var since = Stopwatch.GetTimestamp();
        var report = await runner.RunAsync(set, new RunOptions(), clock, CancellationToken.None);
        var spent = Stopwatch.GetElapsedTime(since);
        if (report.Findings.Length > 0)
        {
            throw new BenchmarkFailedException($"The run had {report.Findings.Length} findings; the first: {report.Findings[0]}");
        }

        return new Lap(spent.TotalSeconds, report.Writes) { Read = report.Entities.Sum(entity => entity.Read), Stages = clock.Seconds };
    }
}
