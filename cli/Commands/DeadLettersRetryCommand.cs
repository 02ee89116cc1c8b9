using System.CommandLine;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>dead-letters retry</c>: the next run tries again.</summary>
internal sealed class DeadLettersRetryCommand : DecisionCommand
{
    private readonly Argument<string> _record = StateCommand.RecordArgument();

    public DeadLettersRetryCommand()
        : base("retry", "Lets the next run try a record again although it has not changed.") => Add(_record);

    /// <inheritdoc/>
    protected override DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set) => decisions.Retry(set, call.Parsed.GetValue(_record)!);
}
