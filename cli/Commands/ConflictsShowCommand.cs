using System.CommandLine;
using System.Globalization;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>conflicts show</c>: all about one conflict.</summary>
internal sealed class ConflictsShowCommand : StateCommand
{
    private readonly Argument<long> _conflict = Conflict();

    public ConflictsShowCommand()
        : base("show", "Tells all about a conflict: both values, both edits, and what was decided.") => Add(_conflict);

    /// <summary>The argument that names a conflict.</summary>
    public static Argument<long> Conflict() => Tokens.Number("ID", "a conflict", "The number of a conflict, as 'conflicts list' tells it.");

    /// <inheritdoc/>
    protected override Answer Tell(Call call, StateReader state)
    {
        var number = call.Parsed.GetValue(_conflict);
        return state.Conflict(number) is { } conflict
            ? new Answer(ExitCode.Done, new ConflictDetail(conflict))
            : Answer.Failed(
                ExitCode.Usage, $"There is no conflict {number.ToString(CultureInfo.InvariantCulture)}.", "'sesamtalk conflicts list --all' lists them.");
    }
}
