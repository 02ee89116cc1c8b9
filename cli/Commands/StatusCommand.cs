using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>status</c>: where things stand, read from the state alone.</summary>
internal sealed class StatusCommand : CommandWithAnswer
{
    public StatusCommand()
        : base("status", "Tells where things stand: the last run, links, and what waits for a person. Reaches no system.")
    {
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var workspace = WorkspaceFinder.WorkspaceOf(call, WorkspaceFinder.Read(call, WorkspaceFinder.Find(call)));
        using var state = StateReader.Open(workspace.State);
        return Task.FromResult(new Answer(ExitCode.Done, new StatusReport(workspace, state?.Status())));
    }
}
