using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>links list</c>: how much is linked, and who is in review, with the candidates.</summary>
internal sealed class LinksListCommand : StateCommand
{
    public LinksListCommand()
        : base("list", "Lists how much is linked, and the records in review with their candidates and what speaks for each.")
    {
    }

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state) => new(ExitCode.Done, new LinkList(state.Status()));
}
