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
    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var reading = WorkspaceFinder.Read(call, WorkspaceFinder.Find(call));
        return Task.FromResult(reading.Set is { } set
            ? AnswerOf(Decide(call, EngineComposition.Decisions(call.Surroundings), set))
            : new Answer(ExitCode.Findings, new Refusal(reading)));
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
