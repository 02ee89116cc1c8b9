using System.ComponentModel;
using System.Diagnostics;

namespace SesamTalk.Cli.Workspaces;

/// <summary>What git answered.</summary>
/// <param name="Code">Its exit code; 0 where all went well.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">What it told beside.</param>
internal sealed record GitAnswer(int Code, string Output, string Error);

/// <summary>The git of the machine.</summary>
internal static class GitProgram
{
    /// <summary>Runs a git command in a folder.</summary>
    /// <returns>The answer; <see langword="null"/> where there is no git.</returns>
    public static GitAnswer? Run(string folder, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new GitAnswer(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
