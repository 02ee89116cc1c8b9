using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Progress;
using SesamTalk.Cli.Watching;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>run</c>: observe, link, reconcile and write, until nothing is left to do.</summary>
internal sealed class RunCommand : CommandWithAnswer
{
    /// <summary>The option that runs again and again.</summary>
    public const string Watch = "--watch";

    /// <summary>The option that runs once.</summary>
    public const string Once = "--once";

    public RunCommand()
        : base("run", "Brings the systems into agreement: reads, links, decides and writes until nothing is left to do.")
    {
        Add(new Option<bool>(Once) { Description = "Run once and end. This is the default." });
        Add(new Option<bool>(Watch) { Description = "Run again and again until interrupted, at the interval that systems.yaml says (read_every, 5m where it says nothing)." });
        Add(ListenAddress.Option);
        SelectorOptions.AddTo(this);
        Add(AcceptedLosses.Option);
        Validators.Add(WatchOptions.Check);
    }

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var workspace = ReachedWorkspace.Read(call);
        var reading = workspace.Reading;
        var selection = Selection.Of(call, reading.Flows);
        if (reading.Set is not { } set)
        {
            return new Answer(ExitCode.Findings, new Refusal(reading));
        }

        TellWarnings(call, reading);
        StateHold.DemandFree(set.Workspace.State, call.Surroundings.Clock);
        await using var sandbox = await OpenSandbox.StartAsync(call, workspace, set);
        var options = new RunOptions { Flows = selection.Names, AcceptedLosses = AcceptedLosses.Of(call, selection.Flows) };
        if (call.Parsed.GetValue<bool>(Watch))
        {
            return await WatchSession.RunAsync(call, sandbox, options, selection);
        }

        var runner = EngineComposition.Runner(call.Surroundings);
        var report = await ProgressForm.WatchAsync(call.Surroundings, progress => runner.RunAsync(sandbox.Set, options, progress, call.Interruption.Token));
        return new Answer(RunExitCode.Of(report), new RunSummary(report, selection.Flows));
    }

    private static void TellWarnings(Call call, FlowSetReading reading)
    {
        var warnings = reading.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        if (warnings > 0)
        {
            call.Tell($"The flows have {Count.Of(warnings, "warning")}; 'sesamtalk validate' shows {(warnings == 1 ? "it" : "them")}.");
        }
    }
}
