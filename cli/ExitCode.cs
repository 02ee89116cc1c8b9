using System.Collections.Immutable;

namespace SesamTalk.Cli;

/// <summary>What the process ends with: the whole list, and the only one.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Done, and something is wrong in what was checked or moved.</summary>
    Findings = 1,

    /// <summary>Changes are pending or decisions wait. No command of this version ends so.</summary>
    Pending = 2,

    /// <summary>A guard stopped it before writing.</summary>
    Guarded = 3,

    /// <summary>A system or the state could not be reached, or refused the login.</summary>
    Unreachable = 4,

    /// <summary>Wrong usage.</summary>
    Usage = 64,

    /// <summary>A defect of the tool.</summary>
    Defect = 70,

    /// <summary>Interrupted (Ctrl-C), with the state saved.</summary>
    Interrupted = 130,

    /// <summary>Terminated, with the state saved.</summary>
    Terminated = 143,
}

/// <summary>The order and the meaning of the exit codes.</summary>
internal static class ExitCodes
{
    private static readonly ImmutableArray<ExitCode> WorstFirst =
        [ExitCode.Defect, ExitCode.Usage, ExitCode.Unreachable, ExitCode.Guarded, ExitCode.Findings, ExitCode.Pending, ExitCode.Done];

    /// <summary>What each code means, for the help.</summary>
    public static ImmutableArray<(ExitCode Code, string Meaning)> Meanings { get; } =
    [
        (ExitCode.Done, "done"),
        (ExitCode.Findings, "done, and something is wrong in what was checked or moved"),
        (ExitCode.Pending, "changes are pending or decisions wait (no command of this version ends so)"),
        (ExitCode.Guarded, "a guard stopped it before it wrote"),
        (ExitCode.Unreachable, "a system or the state could not be reached, or refused the login"),
        (ExitCode.Usage, "wrong usage"),
        (ExitCode.Defect, "a defect of this tool; a report file tells more"),
        (ExitCode.Interrupted, "interrupted, state saved"),
        (ExitCode.Terminated, "terminated, state saved"),
    ];

    /// <summary>The worst of several.</summary>
    public static ExitCode Worst(IEnumerable<ExitCode> codes) => codes.Append(ExitCode.Done).MinBy(code => WorstFirst.IndexOf(code));
}
