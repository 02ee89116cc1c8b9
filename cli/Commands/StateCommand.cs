using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Cli.Commands;

/// <summary>A command that tells something from the state alone. It reaches no system, and flows with errors keep it from nothing.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, for the help.</param>
internal abstract class StateCommand(string name, string description) : CommandWithAnswer(name, description)
{
    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var reading = WorkspaceFinder.Read(call, WorkspaceFinder.Find(call));
        var workspace = WorkspaceFinder.WorkspaceOf(call, reading);
        using var state = StateReader.Open(workspace.State, reading.Set);
        return Task.FromResult(state is null
            ? NothingYet()
            : Tell(call, state));
    }

    /// <summary>Tells it.</summary>
    protected abstract Answer Tell(Call call, StateReader state);

    /// <summary>The argument that names a record.</summary>
    public static Argument<string> RecordArgument(string name = "RECORD") =>
        Tokens.Checked(new Argument<string>(name) { Description = "A record, as system/entity/key." });

    /// <summary>The option for how much of a list is told.</summary>
    protected static Option<int> LimitOption(int most)
    {
        var option = new Option<int>("--limit") { Description = $"How many to tell, the newest. Default: {most}.", HelpName = "N", DefaultValueFactory = _ => most };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number > 0))
            {
                result.AddError($"'{token.Value}' is no number of lines.");
            }
        });
        return option;
    }

    /// <summary>The answer where nothing has run yet.</summary>
    public static Answer NothingYet() => Answer.Failed(ExitCode.Usage, "Nothing has run here yet.", "Next: 'sesamtalk run'.");

    /// <summary>The answer where no run has seen a record: it says what of its name is wrong, where that can be told.</summary>
    protected static Answer Unseen(StateReader state, string record)
    {
        if (RecordName.Read(record) is not { } name)
        {
            return Answer.Failed(ExitCode.Usage, $"'{record}' does not name a record.", "Records are named system/entity/key.");
        }

        var known = state.Entities();
        return known.Contains(name.Entity)
            ? Answer.Failed(ExitCode.Usage, $"No run has seen {record}.", "Look at the key; a record that is new in its system is known after the next 'sesamtalk run'.")
            : Answer.Failed(
                ExitCode.Usage,
                $"No run has seen anything of {name.Entity}.{(NearestName.Find(name.Entity, known) is { } nearest ? $" Did you mean {nearest}?" : string.Empty)}",
                "Records are named system/entity/key; 'sesamtalk ls' lists the entities of the flows.");
    }
}
