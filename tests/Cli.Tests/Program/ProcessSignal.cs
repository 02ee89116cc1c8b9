using System.Runtime.InteropServices;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>Sends signals to processes.</summary>
internal static partial class ProcessSignal
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    // Numbers differ from system to system.
    private static readonly int StopNumber = OperatingSystem.IsMacOS() ? 17 : 19;
    private static readonly int GoOnNumber = OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>Sends a signal.</summary>
    public static void Send(RealProgram program, int signal) => Kill(program.ProcessId, signal).Should().Be(0);

    /// <summary>Whether whoever started these tests made them, and so all that they start, deaf to a signal, as a shell does to what it puts in the background.</summary>
    public static bool IsIgnored(int signal) => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & (1UL << (signal - 1))) != 0;

    /// <summary>Holds a process still where it is.</summary>
    public static void Stop(RealProgram program) => Send(program, StopNumber);

    /// <summary>Lets a process that is held still go on.</summary>
    public static void GoOn(RealProgram program) => Send(program, GoOnNumber);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
