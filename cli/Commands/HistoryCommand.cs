using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>history</c>: what this engine did to a record.</summary>
internal sealed class HistoryCommand : StateCommand
{
    private const int Most = 50;

    private readonly Argument<string> _record = RecordArgument();
    private readonly Option<int> _limit = LimitOption(Most);

    public HistoryCommand()
        : base("history", "Tells what was written to a record, newest last.")
    {
        Add(_record);
        Add(_limit);
    }

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var record = call.Parsed.GetValue(_record)!;
        return state.History(record, call.Parsed.GetValue(_limit)) is { } history ? new Answer(ExitCode.Done, new HistoryReport(history)) : Unseen(state, record);
    }
}
