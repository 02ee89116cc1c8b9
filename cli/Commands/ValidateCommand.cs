using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Output.Checking;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>validate</c>: all checks of all files, without reaching any system.</summary>
internal sealed class ValidateCommand : CommandWithAnswer
{
    private const string Paths = "PATHS";
    private const string ChangedSince = "--changed-since";
    private const string DenyWarnings = "--deny-warnings";

    public ValidateCommand()
        : base("validate", "Checks systems.yaml, entity descriptions and flows. Reaches no system and needs no credentials.")
    {
        Add(Tokens.Checked(new Argument<string[]>(Paths) { Description = "Report only on these files and folders; of a page of Markdown (.md), on the files that it shows.", Arity = ArgumentArity.ZeroOrMore }));
        SelectorOptions.AddTo(this);
        Add(Tokens.Checked(new Option<string>(ChangedSince) { Description = "Report only on files that changed since this revision of git, and on those that refer to them.", HelpName = "REV" }));
        Add(new Option<bool>(DenyWarnings) { Description = "End with exit code 1 also where there are only warnings." });
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Forms => CheckForms.All;

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var paths = PathsOf(call);
        var location = paths.IsEmpty ? WorkspaceFinder.Find(call) : WorkspaceOf(call, paths[0]);
        var reading = WorkspaceFinder.Read(call, location, options => options with { Paths = paths, ReadsTests = true, ChecksDocuments = true });
        var changed = call.Parsed.GetValue<string>(ChangedSince) is { } revision ? ChangedFiles.Since(call, revision, location.Folder) : null;
        var scope = new CheckScope(location.Folder, Selection.Of(call, reading.Flows), changed).Over(reading);
        var report = new ValidationReport(reading, scope, RepositoryPaths.Of(location.Folder)) { DeniesWarnings = call.Parsed.GetValue<bool>(DenyWarnings) };
        return Task.FromResult(new Answer(report.Fails ? ExitCode.Findings : ExitCode.Done, report));
    }

    private static WorkspaceLocation WorkspaceOf(Call call, string path) =>
        call.Parsed.GetValue<string>(GlobalOptions.Workspace) is null ? WorkspaceLocator.Find(path) ?? WorkspaceFinder.Find(call) : WorkspaceFinder.Find(call);

    private static ImmutableArray<string> PathsOf(Call call)
    {
        ImmutableArray<string> paths = [.. (call.Parsed.GetValue<string[]>(Paths) ?? []).Select(call.PathOf)];
        var missing = paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path));
        return missing is null ? paths : throw new StoppedException(ExitCode.Usage, $"There is no file or folder {missing}.");
    }
}
