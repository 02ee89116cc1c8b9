using System.CommandLine;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>links link</c>: a person says that two records belong together.</summary>
internal sealed class LinksLinkCommand : DecisionCommand
{
    private readonly Argument<string> _one = StateCommand.RecordArgument("RECORD");
    private readonly Argument<string> _other = StateCommand.RecordArgument("OTHER");

    public LinksLinkCommand()
        : base("link", "Links two records; the next run brings them into agreement.")
    {
        Add(_one);
        Add(_other);
    }

    /// <inheritdoc/>
    protected override DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set) =>
        decisions.Link(set, call.Parsed.GetValue(_one)!, call.Parsed.GetValue(_other)!);
}
