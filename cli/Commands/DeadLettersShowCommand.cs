using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>dead-letters show</c>: what of one record was not accepted or shown.</summary>
internal sealed class DeadLettersShowCommand : StateCommand
{
    private readonly Argument<string> _record = RecordArgument();

    public DeadLettersShowCommand()
        : base("show", "Tells what of a record was not accepted or shown, what was dropped included.") => Add(_record);

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var record = call.Parsed.GetValue(_record)!;
        var letters = state.DeadLetters(record);
        return letters.IsEmpty && state.LinksOf(record) is null ? Unseen(state, record)
            : letters.IsEmpty ? Answer.Failed(ExitCode.Usage, $"Nothing of {record} was rejected.", "'sesamtalk dead-letters list' lists what was.")
            : new Answer(ExitCode.Done, new DeadLetterList(record, letters));
    }
}
