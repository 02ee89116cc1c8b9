namespace SesamTalk.Engine.Diagnostics;

/// <summary>Finds the legal name that an author most likely meant.</summary>
public static class NearestName
{
    /// <summary>The nearest of the legal names, or <see langword="null"/> if none is near.</summary>
    public static string? Find(string name, IEnumerable<string> legal)
    {
        var nearest = legal
            .Select(candidate => (candidate, distance: Distance(Simple(name), Simple(candidate))))
            .OrderBy(c => c.distance)
            .ThenBy(c => c.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= Tolerance(name, nearest.candidate) ? nearest.candidate : null;
    }

    /// <summary>The question behind a caret, or <see langword="null"/>.</summary>
    public static string? Question(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";

    // Case, blanks and the usual joints are no difference to a person.
    private static string Simple(string name) =>
        string.Concat(name.Where(c => c is not ('_' or '-' or ' ' or '.'))).ToUpperInvariant();

    // A third of the letters may be wrong, and one is always forgiven unless the whole name is one letter.
    private static int Tolerance(string name, string candidate) =>
        Math.Min(Math.Max(1, Math.Max(name.Length, candidate.Length) / 3), name.Length - 1);

    // Optimal string alignment: insert, drop, replace, or swap two neighbours.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Cheapest(table, a, b, i, j);
            }
        }

        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cheapest, table[i - 2, j - 2] + 1) : cheapest;
    }
}
