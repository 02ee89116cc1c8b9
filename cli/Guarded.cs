using System.CommandLine;
using SesamTalk.Cli.Commands;
using SesamTalk.Cli.Files;
using SesamTalk.Cli.Output;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.State;
using SesamTalk.Sqlite;

namespace SesamTalk.Cli;

/// <summary>Runs a command so that whatever stops it becomes an answer with the exit code that says how to recover.</summary>
internal static class Guarded
{
    /// <summary>The answer of the command, or why there is none.</summary>
    public static async Task<Answer> AnswerAsync(Command command, Call call, string[] arguments)
    {
        try
        {
            return await ((CommandWithAnswer)command).AnswerAsync(call);
        }
        catch (Exception trouble)
        {
            return Explain(trouble, call) ?? Answer.Failed(ExitCode.Defect, DefectReport.Write(trouble, arguments, call.Surroundings));
        }
    }

    private static Answer? Explain(Exception trouble, Call call) => trouble switch
    {
        OperationCanceledException when call.Interruption.Token.IsCancellationRequested => Interrupted(call.Interruption.Code),
        StoppedException stopped => stopped.Answer,
        StateHeldException held => Answer.Failed(ExitCode.Guarded, held.Message, StateHeldException.Cure),
        StateFailureException failure => Answer.Failed(ExitCode.Unreachable, failure.Message, failure.Cure),
        SystemRefusedException refused => Answer.Failed(ExitCode.Unreachable, refused.Message, refused.Cure),
        SystemFailureException failure => Answer.Failed(ExitCode.Unreachable, failure.Message),
        SqliteFailureException failure => Answer.Failed(ExitCode.Unreachable, $"The database {failure.Path} cannot be used: {failure.Message}."),
        HttpIOException lost => Answer.Failed(ExitCode.Unreachable, lost.Message),
        IOException or UnauthorizedAccessException => UnusableFile.Answer(trouble),
        _ => null,
    };

    private static Answer Interrupted(ExitCode code) =>
        Answer.Failed(code, "Interrupted. What was done is kept, and the next run goes on from there.");
}
