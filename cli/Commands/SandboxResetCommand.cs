using System.Collections.Immutable;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.State;
using SesamTalk.Sandbox;

namespace SesamTalk.Cli.Commands;

/// <summary><c>sandbox reset</c>: the databases of the sandbox as at first use, and no state.</summary>
internal sealed class SandboxResetCommand : CommandWithAnswer
{
    public SandboxResetCommand()
        : base("reset", "Makes the databases of the sandbox anew and takes the state away. What was edited in them is lost.")
    {
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var reached = ReachedWorkspace.Read(call);
        var workspace = WorkspaceFinder.WorkspaceOf(call, reached.Reading);
        var samples = reached.SamplesOf(workspace) ?? throw NoSamples(workspace.Profile);
        ImmutableArray<SampleDatabase> made = [];
        var hadState = StateRemoval.Remove(workspace.State, call.Surroundings.Clock, () => made = samples.Reset());
        return Task.FromResult(new Answer(ExitCode.Done, new SandboxReset([.. made.Select(samples.Shown)], hadState ? samples.Shown(workspace.State) : null)));
    }

    private static StoppedException NoSamples(string? profile) => new(
        ExitCode.Usage,
        profile is null ? "No profile is in use, so there is no sandbox to reset." : $"The profile '{profile}' has no sample data, so it is no sandbox, and nothing was touched.",
        "Name a profile that has 'sample_data' with --profile.");
}
