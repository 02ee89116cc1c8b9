using System.CommandLine;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>links unlink</c>: a person says that two records do not belong together.</summary>
internal sealed class LinksUnlinkCommand : DecisionCommand
{
    private readonly Argument<string> _one = StateCommand.RecordArgument("RECORD");
    private readonly Argument<string> _other = StateCommand.RecordArgument("OTHER");

    public LinksUnlinkCommand()
        : base("unlink", "Ends the link of two records, and keeps them from being linked again by themselves. Writes nothing to any system.")
    {
        Add(_one);
        Add(_other);
    }

    /// <inheritdoc/>
    protected override DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set) =>
        decisions.Unlink(set, call.Parsed.GetValue(_one)!, call.Parsed.GetValue(_other)!);
}
