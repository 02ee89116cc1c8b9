using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>explain</c>: why a record is what it is.</summary>
internal sealed class ExplainCommand : StateCommand
{
    private readonly Argument<string> _record = RecordArgument();
    private readonly Argument<string?> _property = Tokens.Checked(new Argument<string?>("PROPERTY")
    {
        Description = "One of its properties. Default: all.",
        Arity = ArgumentArity.ZeroOrOne,
    });

    public ExplainCommand()
        : base("explain", "Tells why the values of a record are what they are: who edited them, where, and what brought them here.")
    {
        Add(_record);
        Add(_property);
    }

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var (record, property) = (call.Parsed.GetValue(_record)!, call.Parsed.GetValue(_property));
        return state.Explain(record, property) switch
        {
            null => Unseen(state, record),
            { Properties: [] } when property is not null => Unmapped(record, property, state.Explain(record, null)!.Properties.Select(it => it.Property)),
            var explanation => new Answer(ExitCode.Done, new Explanation(explanation)),
        };
    }

    private static Answer Unmapped(string record, string property, IEnumerable<string> mapped) => Answer.Failed(
        ExitCode.Usage,
        $"No flow maps '{property}' of {record}.{(NearestName.Find(property, mapped) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty)}",
        $"'sesamtalk explain {record}' tells of all that are mapped.");
}
