using System.Globalization;

namespace SesamTalk.Simulation.Runner;

/// <summary>How a long run is wanted.</summary>
/// <param name="Histories">How many histories.</param>
/// <param name="Seed">The seed of the first; the others follow it.</param>
/// <param name="Workers">How many are played at once.</param>
/// <param name="Progress">The file that remembers what was done, so that a run can go on; none to remember nothing.</param>
/// <param name="Show">Prints the history of the seed, and plays nothing else.</param>
/// <param name="File">A file with the history to show, instead of the one of the seed.</param>
/// <param name="Plant">The clause that is broken on purpose, or <c>all</c>, one after the other.</param>
internal sealed record RunnerOptions(long Histories, long Seed, int Workers, string? Progress, bool Show, string? File, string? Plant)
{
    /// <summary>Reads the command line.</summary>
    public static RunnerOptions Read(string[] arguments)
    {
        string? Of(string name) => Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
        long Number(string name, long otherwise) => Of(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new RunnerOptions(
            Number("--histories", 1000), Number("--seed", 1), (int)Number("--workers", Environment.ProcessorCount), Of("--progress"), arguments.Contains("--show"), Of("--file"), Of("--plant"));
    }
}
