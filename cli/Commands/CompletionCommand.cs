using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Completing;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Commands;

/// <summary><c>completion</c>: the script that lets a shell complete commands, options and names.</summary>
internal sealed class CompletionCommand : CommandWithAnswer
{
    private const string Shell = "SHELL";

    public CompletionCommand()
        : base("completion", "Prints the script that lets a shell complete commands, options and the names of flows, systems and entities.") =>
        Add(Tokens.Checked(new Argument<string>(Shell) { Description = "The shell. The first lines of its script tell where to put it.", HelpName = string.Join('|', CompletionScripts.Shells) }));

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        Unneeded.RefuseWorkspace(call, "The script is the same for all: it asks for the names where it is used.");
        var shell = call.Parsed.GetValue<string>(Shell)!;
        return Task.FromResult(CompletionScripts.Shells.Contains(shell)
            ? new Answer(ExitCode.Done, new CompletionScript(shell, CompletionScripts.Of(shell)))
            : Answer.Failed(ExitCode.Usage, UsageErrors.Unknown("a shell that there is a script for", shell, CompletionScripts.Shells)));
    }
}
