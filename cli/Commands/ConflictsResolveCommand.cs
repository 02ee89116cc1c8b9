using System.CommandLine;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>conflicts resolve</c>: a person says which of two values holds.</summary>
internal sealed class ConflictsResolveCommand : DecisionCommand
{
    private readonly Argument<long> _conflict = ConflictsShowCommand.Conflict();
    private readonly Option<TakenSide> _take = new("--take") { Description = "Whose value holds: source or target.", HelpName = "source|target", Required = true };

    public ConflictsResolveCommand()
        : base("resolve", "Decides a conflict that waits; the next run carries the value over.")
    {
        Add(_conflict);
        Add(_take);
    }

    /// <inheritdoc/>
    protected override DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set) =>
        decisions.Resolve(set, call.Parsed.GetValue(_conflict), call.Parsed.GetValue(_take));
}
