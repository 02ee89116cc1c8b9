using System.Diagnostics;
using System.Runtime.Versioning;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>The built program in a process of its own.</summary>
internal sealed class RealProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private RealProgram(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
    }

    public int ProcessId => _process.Id;

    public TextReader Error => _process.StandardError;

    public static RealProgram Start(string folder, params string[] arguments) => StartFrom(AppContext.BaseDirectory, folder, arguments);

    public static RealProgram StartFrom(string binaries, string folder, params string[] arguments) =>
        StartProcess(Host, folder, [Path.Combine(binaries, "sesamtalk.dll"), .. arguments]);

    /// <summary>Starts it with variables of its environment.</summary>
    public static RealProgram StartWith(IReadOnlyDictionary<string, string> environment, string folder, params string[] arguments) =>
        StartProcess(Host, folder, [Path.Combine(AppContext.BaseDirectory, "sesamtalk.dll"), .. arguments], environment);

    /// <summary>Starts it after a line of the shell that changes what it may do.</summary>
    public static RealProgram StartAfter(string shellLine, string folder, params string[] arguments) => StartProcess(
        "/bin/sh", folder, ["-c", $"{shellLine} \"$@\"", "sh", Host, Path.Combine(AppContext.BaseDirectory, "sesamtalk.dll"), .. arguments]);

    /// <summary>Starts bash with a script, for which the program is <c>sesamtalk</c> in its path.</summary>
    [UnsupportedOSPlatform("windows")]
    public static RealProgram StartBash(string folder, string script)
    {
        var wrapper = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".bin")).FullName, "sesamtalk");
        File.WriteAllText(wrapper, $"#!/bin/sh\nexec '{Host}' '{Path.Combine(AppContext.BaseDirectory, "sesamtalk.dll")}' \"$@\"\n");
        File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = $"{Path.GetDirectoryName(wrapper)}:{Environment.GetEnvironmentVariable("PATH")}";
        return StartProcess("bash", folder, ["--noprofile", "--norc", "-c", script], new Dictionary<string, string> { ["PATH"] = path });
    }

    /// <summary>Waits until a run is under way, or has ended.</summary>
    public async Task IsUnderWayAsync()
    {
        while (await Error.ReadLineAsync() is { } line && !line.Contains("observing", StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Ends it as a power cut would: nothing can be caught or cleaned up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        var error = await Error.ReadToEndAsync();
        var output = await _output;
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output, error);
    }

    public void Dispose() => _process.Dispose();

    private static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private static RealProgram StartProcess(string file, string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // It lives for a second: code that is measured to be compiled better later only costs.
            // The runtime's own shared memory is a file of two gigabytes, which a limit on the size of files would not let be.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new RealProgram(Process.Start(start)!);
    }
}
