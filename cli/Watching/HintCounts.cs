namespace SesamTalk.Cli.Watching;

/// <summary>The calls that came in since a run was last told of.</summary>
/// <param name="Taken">Those that were taken for a hint.</param>
/// <param name="Refused">Those whose signature was wrong.</param>
internal readonly record struct HintCounts(long Taken, long Refused);
