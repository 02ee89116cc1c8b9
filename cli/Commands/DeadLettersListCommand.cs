using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>dead-letters list</c>: what systems did not accept or show.</summary>
internal sealed class DeadLettersListCommand : StateCommand
{
    public DeadLettersListCommand()
        : base("list", "Lists what systems did not accept or show, in their own words.")
    {
    }

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state) => new(ExitCode.Done, new DeadLetterList(null, state.Status().DeadLetters));
}
