using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;

namespace SesamTalk.Cli.Commands;

/// <summary><c>ls</c>: the flows and systems of the workspace.</summary>
internal sealed class ListCommand : CommandWithAnswer
{
    public ListCommand()
        : base("ls", "Lists the flows and the systems.") => SelectorOptions.AddTo(this);

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var reading = WorkspaceFinder.Read(call, WorkspaceFinder.Find(call));
        var workspace = WorkspaceFinder.WorkspaceOf(call, reading);
        return Task.FromResult(new Answer(ExitCode.Done, new Listing(workspace, Selection.Of(call, reading.Flows).Flows)));
    }
}
