using SesamTalk.Engine.Running;

namespace SesamTalk.Cli;

/// <summary>The exit code of a run that came to its end.</summary>
internal static class RunExitCode
{
    /// <summary>The worst that was found.</summary>
    public static ExitCode Of(RunReport report) => ExitCodes.Worst(report.Findings.Select(finding => Of(finding.Kind)));

    private static ExitCode Of(FindingKind kind) => kind switch
    {
        FindingKind.Unavailable or FindingKind.Refused => ExitCode.Unreachable,
        FindingKind.Guarded => ExitCode.Guarded,
        _ => ExitCode.Findings,
    };
}
