using System.Diagnostics;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W7: whole processes of the command line, beside a process that does nothing.</summary>
internal sealed class StartUp : IWorkload
{
    private const int Documents = 1000;
    private const string Baseline = "a process that does nothing";

    public string Name => "w7";

    public bool HasRows => false;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows)
    {
        List<Sample> samples = [new Sample(Baseline, null, (await ChildProcess.RunNothingAsync()).Seconds)];
        if (CommandLine.Find() is not { } command)
        {
            await Console.Error.WriteLineAsync("w7: skipped, the command line is not built; build cli first.");
            return samples;
        }

        await AddAsync(samples, "--version", () => command.RunAsync(folder, "--version"), result => result.Output.Any(char.IsAsciiDigit));
        await AddAsync(samples, "validate the shipped flows", () => command.RunAsync(command.Root, "validate"), result => result.Output.Any(char.IsAsciiDigit));
        await AddLargeSetAsync(samples, command, folder);
        await AddImportAsync(samples, command, folder);
        return samples;
    }

    private static async Task AddLargeSetAsync(List<Sample> samples, CommandLine command, string folder)
    {
        var workspace = WorkspaceGenerator.Write(Path.Combine(folder, "workspace"));
        await AddAsync(
            samples,
            $"validate {WorkspaceGenerator.Flows} flows",
            () => command.RunAsync(folder, "validate", "--workspace", workspace),
            result => result.Output.Contains("nothing to report", StringComparison.Ordinal));
    }

    private static async Task AddImportAsync(List<Sample> samples, CommandLine command, string folder)
    {
        var documents = DocumentGenerator.Write(Path.Combine(folder, "documents"), Documents);
        var imported = Path.Combine(folder, "flows");
        await AddAsync(
            samples,
            $"import {Documents} documents",
            () => command.RunAsync(folder, ["import", .. documents, "--out", imported]),
            _ => FlowsIn(imported) == Documents * DocumentGenerator.Sections);
        samples.Add(new Sample("the same files, only written", Baseline, SecondsToWriteAgain(imported, Path.Combine(folder, "again"))));
    }

    // What the disk takes of it: on some machines most.
    private static double SecondsToWriteAgain(string from, string to)
    {
        var files = Directory.GetFiles(from, "*.flow.yaml", SearchOption.AllDirectories)
            .Select(file => (Path: Path.Combine(to, Path.GetRelativePath(from, file)), Text: File.ReadAllText(file)))
            .ToList();
        var since = Stopwatch.GetTimestamp();
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static int FlowsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.flow.yaml", SearchOption.AllDirectories).Count() : 0;

    private static async Task AddAsync(List<Sample> samples, string what, Func<Task<ProgramResult>> run, Func<ProgramResult, bool> isDone)
    {
        var result = await run();

        // Exit code 1 says that something was found in what was checked: the check itself was done.
        if (result.ExitCode is 0 or 1 && isDone(result))
        {
            samples.Add(new Sample(what, Baseline, result.Seconds));
        }
        else
        {
            await Console.Error.WriteLineAsync($"w7: skipped '{what}', the command does not do it (exit code {result.ExitCode}): {result.Errors.Trim().Split('\n')[0]}");
        }
    }
}
