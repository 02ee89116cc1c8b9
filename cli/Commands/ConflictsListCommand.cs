using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>conflicts list</c>: the conflicts that wait for a person; with <c>--all</c> the decided ones too.</summary>
internal sealed class ConflictsListCommand : StateCommand
{
    private const int Most = 100;

    private readonly Option<bool> _all = new("--all") { Description = "The decided ones too." };
    private readonly Option<int> _limit = LimitOption(Most);

    public ConflictsListCommand()
        : base("list", "Lists the conflicts that wait for a decision.")
    {
        Add(_all);
        Add(_limit);
    }

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var all = call.Parsed.GetValue(_all);
        ImmutableArray<ConflictStatus> found = [.. all ? state.Conflicts() : state.WaitingConflicts()];
        return new Answer(ExitCode.Done, new ConflictList([.. found.TakeLast(call.Parsed.GetValue(_limit))], found.Length, state.Status().Conflicts, all));
    }
}
