namespace SesamTalk.Benchmarks.Children;

/// <summary>What became of a process.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it said on stdout.</param>
/// <param name="Errors">What it said on stderr.</param>
internal sealed record ProgramResult(double Seconds, int ExitCode, string Output, string Errors);
