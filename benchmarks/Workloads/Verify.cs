using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;
using SesamTalk.Engine.State;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>Checks results, so that a wrong engine cannot look fast.</summary>
internal static class Verify
{
    /// <summary>Every lap together wrote so many records.</summary>
    public static void Writes(ChildReport report, long expected) =>
        Equal("records written", report.Laps.Sum(lap => lap.Writes), expected);

    /// <summary>All files hold the same contacts, so many, and none of them twice.</summary>
    public static void Same(long rows, params string[] files)
    {
        var first = ContactDigest.Of(files[0]);
        Equal($"contacts in {Path.GetFileName(files[0])}", first.Rows, rows);
        Equal($"different contacts in {Path.GetFileName(files[0])}", first.Distinct, rows);
        foreach (var file in files[1..])
        {
            Equal($"contacts in {Path.GetFileName(file)}", ContactDigest.Of(file), first);
        }
    }

    /// <summary>Every flow has so many links, and nothing is left open.</summary>
    public static void Links(string state, int flows, long links)
    {
        using var reader = StateReader.Open(state)!;
        var status = reader.Status();
        Equal("flows", status.Flows.Length, flows);
        foreach (var flow in status.Flows)
        {
            Equal($"links of {flow.Flow}", flow.Links, links);
        }

        Equal("what is open", (status.OpenCreates, status.ForNextRun, status.Conflicts, status.Reviews.Length, status.DeadLetters.Length), default);
    }

    /// <summary>The two are equal.</summary>
    public static void Equal<T>(string what, T found, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(found, expected))
        {
            throw new BenchmarkFailedException($"The result is wrong: {what} should be {expected}, and is {found}.");
        }
    }
}
