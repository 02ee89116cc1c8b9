using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>validate</c>: all checks of all files, without reaching any system.</summary>
internal sealed class ValidateCommand : CommandWithAnswer
{
    private const string Paths = "PATHS";

    public ValidateCommand()
        : base("validate", "Checks systems.yaml, entity descriptions and flows. Reaches no system and needs no credentials.")
    {
        Add(Tokens.Checked(new Argument<string[]>(Paths) { Description = "Report only on these files and folders.", Arity = ArgumentArity.ZeroOrMore }));
        SelectorOptions.AddTo(this);
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var paths = PathsOf(call);
        var location = paths.IsEmpty ? WorkspaceFinder.Find(call) : WorkspaceOf(call, paths[0]);
        var reading = WorkspaceFinder.Read(call, location, options => options with { Paths = paths, ReadsTests = true });
        var selection = Selection.Of(call, reading.Flows);
        var report = new ValidationReport(reading, [.. Reported(reading, selection)]);
        return Task.FromResult(new Answer(report.Errors > 0 ? ExitCode.Findings : ExitCode.Done, report));
    }

    private static WorkspaceLocation WorkspaceOf(Call call, string path) =>
        call.Parsed.GetValue<string>(GlobalOptions.Workspace) is null ? WorkspaceLocator.Find(path) ?? WorkspaceFinder.Find(call) : WorkspaceFinder.Find(call);

    private static ImmutableArray<string> PathsOf(Call call)
    {
        ImmutableArray<string> paths = [.. (call.Parsed.GetValue<string[]>(Paths) ?? []).Select(call.PathOf)];
        var missing = paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path));
        return missing is null ? paths : throw new StoppedException(ExitCode.Usage, $"There is no file or folder {missing}.");
    }

    private static IEnumerable<Diagnostic> Reported(FlowSetReading reading, Selection selection)
    {
        var flows = selection.Flows.Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        var tests = reading.Tests.Where(test => flows.Contains(test.Flow)).Select(test => test.File);
        var files = selection.Flows.Select(flow => flow.Place.File).Concat(tests).ToHashSet(StringComparer.Ordinal);
        return reading.Diagnostics.Where(diagnostic => selection.IsAll || files.Contains(diagnostic.Place.File));
    }
}
