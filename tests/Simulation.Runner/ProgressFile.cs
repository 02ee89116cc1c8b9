using System.Globalization;
using SesamTalk.Simulation.Checking;

namespace SesamTalk.Simulation.Runner;

/// <summary>Remembers which blocks of seeds were played, a line each, with what they exercised.</summary>
internal sealed class ProgressFile(string? path)
{
    private readonly HashSet<long> _done = [];

    /// <summary>Reads what earlier runs did.</summary>
    public void Load(Coverage coverage)
    {
        foreach (var line in path is not null && File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            var parts = line.Split('\t');
            _done.Add(long.Parse(parts[0], CultureInfo.InvariantCulture));
            foreach (var count in parts.Skip(1).Select(part => part.Split('=')))
            {
                coverage.Count(count[0], long.Parse(count[1], CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Whether a block was played.</summary>
    public bool Has(long firstSeed) => _done.Contains(firstSeed);

    /// <summary>Remembers a block.</summary>
    public void Save(long firstSeed, Coverage coverage)
    {
        if (path is not null)
        {
            var counts = coverage.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}={count.Value}"));
            File.AppendAllText(path, string.Join('\t', counts.Prepend(firstSeed.ToString(CultureInfo.InvariantCulture))) + "\n");
        }
    }
}
