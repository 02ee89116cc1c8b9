using System.CommandLine;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>dead-letters drop</c>: a person wants to hear no more of it.</summary>
internal sealed class DeadLettersDropCommand : DecisionCommand
{
    private readonly Argument<string> _record = StateCommand.RecordArgument();

    public DeadLettersDropCommand()
        : base("drop", "Takes a record off the list; it is tried again when it changes.") => Add(_record);

    /// <inheritdoc/>
    protected override DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set) => decisions.Drop(set, call.Parsed.GetValue(_record)!);
}
