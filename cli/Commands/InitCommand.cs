using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.NewWorkspaces;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Commands;

/// <summary><c>init</c>: a new workspace that runs as it stands.</summary>
internal sealed class InitCommand : CommandWithAnswer
{
    private const string Folder = "DIR";

    // A workspace is found by either place of this file, and the one that stands beside flows/ would be taken before ours.
    private static readonly string[] AlsoInTheWay = ["systems.yaml"];

    public InitCommand()
        : base("init", "Makes a new workspace that runs as it stands: two small sample systems, a flow between them with its tests, and what an editor needs.") =>
        Add(Tokens.Checked(new Argument<string>(Folder)
        {
            Description = "The folder to make it in. Default: here. Files that are there are never replaced.",
            Arity = ArgumentArity.ZeroOrOne,
        }));

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        Unneeded.RefuseWorkspace(call, "Name the folder of the new workspace as DIR.");
        var given = call.Parsed.GetValue<string>(Folder) ?? ".";
        var folder = call.PathOf(given);
        if (File.Exists(folder))
        {
            return Task.FromResult(Answer.Failed(ExitCode.Usage, $"Nothing was made: {given} is a file.", "Name a folder: it is made where there is none."));
        }

        var files = WorkspaceTemplate.Of(call.Surroundings.Connectors);
        if (NewFiles.InTheWay(folder, files.Select(file => file.Path).Concat(AlsoInTheWay)) is { IsEmpty: false } inTheWay)
        {
            return Task.FromResult(new Answer(ExitCode.Usage, new FilesInTheWay(inTheWay, "Name another folder with 'sesamtalk init DIR', or move what is in the way.")));
        }

        NewFiles.Write(call, folder, files);
        return Task.FromResult(new Answer(ExitCode.Done, new NewWorkspace(given.Replace('\\', '/').TrimEnd('/'), files)));
    }
}
