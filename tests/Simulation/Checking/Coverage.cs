using System.Collections.Concurrent;
using System.Globalization;

namespace SesamTalk.Simulation.Checking;

/// <summary>How often each clause was exercised: a clause that never was is a failure of the generator.</summary>
internal sealed class Coverage
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>What was counted.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Counts. What came up no times at all is not exercised.</summary>
    public void Count(string clause, long times = 1)
    {
        if (times > 0)
        {
            _counts.AddOrUpdate(clause, times, (_, before) => before + times);
        }
    }

    /// <summary>All of it, a clause a line.</summary>
    public override string ToString() => string.Join('\n', _counts.OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"  {c.Key,-46} {c.Value,12}")));
}
