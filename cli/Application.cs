using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Completing;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli;

/// <summary>The program: from a command line to a result on the output and an exit code.</summary>
internal static class Application
{
    /// <summary>Runs a command line. Everything that can go wrong ends in an exit code; nothing is thrown.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments, Surroundings surroundings, IInterruption interruption)
    {
        if (arguments is [Completion.Asked, .. var words])
        {
            Completion.Answer(words, surroundings);
            return ExitCode.Done;
        }

        var root = CommandTree.Create();
        var parsed = root.Parse(arguments, CommandTree.Configuration);
        return parsed.Action is HelpAction or VersionAction
            ? (ExitCode)await parsed.InvokeAsync(new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error })
            : await AnswerAsync(parsed, arguments, surroundings, interruption);
    }

    private static async Task<ExitCode> AnswerAsync(ParseResult parsed, string[] arguments, Surroundings surroundings, IInterruption interruption)
    {
        var command = parsed.CommandResult.Command;
        Answer answer;
        bool isLost;
        using (var forms = OutputForms.Of(parsed, arguments, surroundings))
        {
            void Emit(Answer given) => forms.Emit(CommandTree.NameOf(command), given);
            var call = new Call(parsed, surroundings, interruption) { Emit = Emit };
            answer = UsageErrors.Of(parsed) ?? forms.Trouble ?? await Guarded.AnswerAsync(command, call, arguments);
            Emit(answer);
            isLost = forms.IsLost;
        }

        if (answer.Afterwards is { } goesOn)
        {
            await goesOn();
        }

        return isLost ? ExitCodes.Worst([answer.Code, ExitCode.Usage]) : answer.Code;
    }
}
