namespace SesamTalk.Benchmarks;

/// <summary>What was measured did not do what it should: its time means nothing.</summary>
internal sealed class BenchmarkFailedException(string message) : Exception(message);
