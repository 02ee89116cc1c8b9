using System.Diagnostics;

namespace SesamTalk.Endurance;

/// <summary>The command line as it was built beside this program, in a process of its own.</summary>
internal static class EngineProcess
{
    /// <summary>Runs the flows and kills the process after some time, as a power cut would.</summary>
    /// <returns>Whether it was still at work.</returns>
    public static async Task<bool> KillAfterAsync(string folder, TimeSpan time)
    {
        using var process = Start(folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(time));
        var atWork = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, error);
        return atWork;
    }

    /// <summary>Runs the flows to the end.</summary>
    /// <returns>The exit code, and what was said.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string folder)
    {
        using var process = Start(folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [Assembly(), "run"])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Assembly()
    {
        // …/tests/Endurance/bin/CONFIGURATION/FRAMEWORK/
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "cli", "bin", output.Parent.Name, output.Name, "sesamtalk.dll");
    }
}
