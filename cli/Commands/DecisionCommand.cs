using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary>A command by which a person decides something between runs.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, for the help.</param>
internal abstract class DecisionCommand(string name, string description) : CommandWithAnswer(name, description)
{
    // A run of a watch that has little to do is over by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var reading = WorkspaceFinder.Read(call, WorkspaceFinder.Find(call));
        if (reading.Set is not { } set)
        {
            return new Answer(ExitCode.Findings, new Refusal(reading));
        }

        var decisions = EngineComposition.Decisions(call.Surroundings);
        return AnswerOf(await StateTurn.WaitAsync(call, Patience, () => Task.FromResult(Decide(call, decisions, set))));
    }

    /// <summary>Decides it.</summary>
    protected abstract DecisionOutcome Decide(Call call, Decisions decisions, FlowSet set);

    private static Answer AnswerOf(DecisionOutcome outcome) => outcome.Result switch
    {
        DecisionResult.Done => new Answer(ExitCode.Done, new DecisionReport(outcome)),
        DecisionResult.NotFound => Answer.Failed(ExitCode.Usage, outcome.Message, outcome.Next),
        _ => Answer.Failed(ExitCode.Guarded, outcome.Message, outcome.Next),
    };
}
