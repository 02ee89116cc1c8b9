using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Formatting;

namespace SesamTalk.Cli.Formatting;

/// <summary>Which files are to be formatted. They are named as those of <c>validate</c> are.</summary>
internal static class FormatTargets
{
    private const string Paths = "PATHS";
    private const string StandardInput = "-";
    private const string ChangedSince = "--changed-since";
    private const string Kinds = "systems.yaml, *.flow.yaml, *.flow-test.yaml, *.entities.yaml, *.connector.yaml and *.document.yaml";

    /// <summary>Adds the argument and the options.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Tokens.Checked(new Argument<string[]>(Paths) { Description = $"Only these files and folders: {Kinds}.", Arity = ArgumentArity.ZeroOrMore }));
        SelectorOptions.AddTo(command);
        command.Add(Tokens.Checked(new Option<string>(ChangedSince) { Description = "Only files that changed since this revision of git.", HelpName = "REV" }));
    }

    /// <summary>The files, in ordinal order, and the folder from which they are named to a person.</summary>
    /// <exception cref="StoppedException">There is no such file or workspace, or nothing is selected.</exception>
    public static (string Folder, ImmutableArray<string> Files) Of(Call call)
    {
        var paths = call.Parsed.GetValue<string[]>(Paths) ?? [];
        var location = LocationOf(call, paths);
        var folder = location?.Folder ?? call.Surroundings.Folder;
        IEnumerable<string> files = paths.Length == 0 ? FileFormatter.Of(location!) : paths.SelectMany(path => Below(call, path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        if (call.Parsed.GetValue<string>(ChangedSince) is { } revision)
        {
            var changed = ChangedFiles.Since(call, revision, folder);
            files = files.Where(changed.Paths.Contains);
        }

        return (folder, [.. Selected(call, location, files)]);
    }

    private static IEnumerable<string> Selected(Call call, WorkspaceLocation? location, IEnumerable<string> files)
    {
        var selectors = (call.Parsed.GetValue<string[]>(SelectorOptions.Select) ?? []).Concat(call.Parsed.GetValue<string[]>(SelectorOptions.Exclude) ?? []);
        if (!selectors.Any())
        {
            return files;
        }

        location ??= WorkspaceFinder.Find(call);
        var reading = WorkspaceFinder.Read(call, location, options => options with { ReadsTests = true });
        var scope = new CheckScope(location.Folder, Selection.Of(call, reading.Flows), null).Over(reading);
        var taken = reading.Files.Where(scope.Takes).Select(file => Path.GetFullPath(file, location.Folder)).ToHashSet(StringComparer.Ordinal);
        return files.Where(taken.Contains);
    }

    private static WorkspaceLocation? LocationOf(Call call, string[] paths) =>
        paths.Length == 0 || call.Parsed.GetValue<string>(GlobalOptions.Workspace) is not null ? WorkspaceFinder.Find(call) : WorkspaceLocator.Find(call.PathOf(paths[0]));

    private static IEnumerable<string> Below(Call call, string given)
    {
        var path = call.PathOf(given);
        return given == StandardInput ? throw new StoppedException(ExitCode.Usage, "'fmt' does not read the standard input.", "Give it the file, or the folder, that is to be formatted.")
            : Directory.Exists(path) ? FileFormatter.Below(path)
            : !File.Exists(path) ? throw new StoppedException(ExitCode.Usage, $"There is no file or folder {path}.")
            : FileFormatter.IsOfLanguage(path) ? [path]
            : throw new StoppedException(ExitCode.Usage, $"{path} is not a file that 'fmt' knows.", $"It formats {Kinds}.");
    }
}
