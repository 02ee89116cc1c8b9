using System.Diagnostics;
using System.Text.Json;

namespace SesamTalk.Benchmarks.Children;

/// <summary>Starts this program again for one task, and reads what it found out.</summary>
internal static class ChildProcess
{
    /// <summary>The first argument of a child.</summary>
    public const string Flag = "--child";

    /// <summary>The only argument of a child that ends at once: what is left is the start-up of a process.</summary>
    public const string NothingFlag = "--nothing";

    /// <summary>Runs a process that does nothing.</summary>
    public static Task<ProgramResult> RunNothingAsync() => RunAsync(StartInfo([NothingFlag]));

    /// <summary>Runs a task in a process of its own.</summary>
    /// <exception cref="BenchmarkFailedException">It failed.</exception>
    public static async Task<ChildReport> RunAsync(string task, params string[] arguments)
    {
        var result = await RunAsync(StartInfo([Flag, task, .. arguments]));
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<ChildReport>(result.Output)! with { ProcessSeconds = result.Seconds }
            : throw new BenchmarkFailedException($"{task} failed: {result.Errors.Trim()}");
    }

    /// <summary>Runs a program to its end.</summary>
    public static Task<ProgramResult> RunProgramAsync(string program, string folder, params string[] arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });

    private static async Task<ProgramResult> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(Stopwatch.GetElapsedTime(since).TotalSeconds, process.ExitCode, await output, await errors);
    }

    // Either our own executable, or dotnet with our assembly.
    private static ProcessStartInfo StartInfo(string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new ProcessStartInfo(program, isHost ? [typeof(ChildProcess).Assembly.Location, .. arguments] : arguments);
    }
}
