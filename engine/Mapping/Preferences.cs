using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// One ranking of systems out of the preferences of the rows that share a property (clause R4). Systems that no preference tells apart
/// are equal.
/// </summary>
internal sealed class Preferences
{
    private readonly List<(string Preferred, string Other)> _pairs = [];

    /// <summary>Whether any row states a preference.</summary>
    public bool IsAny => _pairs.Count > 0;

    /// <summary>Adds what a row states: <c>source</c> or <c>target</c>; other policies state no preference.</summary>
    public void Add(ConflictPolicy policy, string source, string target)
    {
        if (source != target && policy is ConflictPolicy.Source or ConflictPolicy.Target)
        {
            _pairs.Add(policy == ConflictPolicy.Source ? (source, target) : (target, source));
        }
    }

    /// <summary>How much each system is preferred: more goes before less; <see langword="null"/> where the preferences contradict each other.</summary>
    public IReadOnlyDictionary<string, int>? Ranking()
    {
        var left = _pairs.SelectMany(pair => new[] { pair.Preferred, pair.Other }).ToHashSet(StringComparer.Ordinal);
        var ranking = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var rank = 1; left.Count > 0; rank++)
        {
            // Who is preferred to nobody that is left has the lowest rank.
            var lowest = left.Where(system => !_pairs.Exists(pair => pair.Preferred == system && left.Contains(pair.Other))).ToList();
            if (lowest.Count == 0)
            {
                return null;
            }

            lowest.ForEach(system => ranking[system] = rank);
            left.ExceptWith(lowest);
        }

        return ranking;
    }
}
