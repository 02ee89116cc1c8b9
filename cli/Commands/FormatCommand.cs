using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.Files;
using SesamTalk.Cli.Formatting;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Formatting;

namespace SesamTalk.Cli.Commands;

/// <summary><c>fmt</c>: the files of a workspace in their canonical layout.</summary>
internal sealed class FormatCommand : CommandWithAnswer
{
    private const string Check = "--check";
    private const string Diff = "--diff";

    public FormatCommand()
        : base("fmt", "Brings the files of a workspace into one layout: keys in order, property tables in columns. Comments stay, and what the files say.")
    {
        FormatTargets.AddTo(this);
        Add(new Option<bool>(Check) { Description = "Write nothing; list the files that are laid out otherwise, and end with exit code 1 where there are any." });
        Add(new Option<bool>(Diff) { Description = "Write nothing; show what would be changed, as a unified diff." });
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var (folder, paths) = FormatTargets.Of(call);
        var formatter = new FileFormatter(folder, call.Surroundings.Connectors);
        var (checks, diffs) = (call.Parsed.GetValue<bool>(Check), call.Parsed.GetValue<bool>(Diff));
        var report = new FormatReport([.. paths.AsParallel().AsOrdered().Select(formatter.Format)])
        {
            Mode = diffs ? FormatMode.Diff : checks ? FormatMode.Check : FormatMode.Write,
        };
        if (report.Mode == FormatMode.Write)
        {
            report = report with { Unwritten = Write(call, report) };
        }

        report.TellAside(call);
        var fails = report.IsLeftAny || (checks && report.DiffersAny);
        return Task.FromResult(new Answer(ExitCodes.Worst([fails ? ExitCode.Findings : ExitCode.Done, .. report.Unwritten.Select(file => file.Why.Code)]), report));
    }

    // One that cannot be written keeps no other from being written.
    private static ImmutableArray<UnwrittenFile> Write(Call call, FormatReport report) =>
    [
        .. from file in report.Files
           where file.Differs
           let why = LocalFiles.TryWrite(call, file.Path, path => FileReplacement.Write(path, file.Text!))
           where why is not null
           select new UnwrittenFile(file, why),
    ];
}
