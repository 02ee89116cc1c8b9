using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>links show</c>: what one record is linked with, and why.</summary>
internal sealed class LinksShowCommand : StateCommand
{
    private readonly Argument<string> _record = RecordArgument();

    public LinksShowCommand()
        : base("show", "Tells what a record is linked with and why, who it could belong to, and whom it is never linked with.") => Add(_record);

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var record = call.Parsed.GetValue(_record)!;
        return state.LinksOf(record) is { } links ? new Answer(ExitCode.Done, new LinkDetail(links)) : Unseen(state, record);
    }
}
