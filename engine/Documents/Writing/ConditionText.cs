using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>
/// Writes the conditions of a row. The clauses of one cell are alternatives: values of one property become a list, different
/// properties a list of maps (keys of one map would all have to hold). Order and repeats stay as the document has them.
/// </summary>
internal static class ConditionText
{
    /// <summary>What stands for a property that the document does not name.</summary>
    public const string NotNamed = "?";

    /// <summary>What follows <c>when:</c>, or <see langword="null"/> for a row that always counts.</summary>
    public static string? Of(RowDraft row)
    {
        if (row.SourceConditions.IsEmpty && row.TargetConditions.IsEmpty)
            return null;
        IEnumerable<string> sides = new[] { Side("source", row.SourceConditions), Side("target", row.TargetConditions) }.OfType<string>();
        return $"{{ {string.Join(", ", sides)} }}";
    }

    private static string? Side(string name, ImmutableArray<Clause> clauses)
    {
        if (clauses.IsEmpty)
            return null;
        string[] maps = [.. ByProperty(clauses).Select(Map)];
        return maps.Length == 1 ? $"{name}: {maps[0]}" : $"{name}: [{string.Join(", ", maps)}]";
    }

    private static IEnumerable<ArraySegment<Clause>> ByProperty(ImmutableArray<Clause> clauses)
    {
        Clause[] all = [.. clauses];
        int start = 0;
        for (int i = 1; i <= all.Length; i++)
        {
            if (i < all.Length && all[i].Path == all[start].Path)
                continue;
            yield return new ArraySegment<Clause>(all, start, i - start);
            start = i;
        }
    }

    // A document may leave the property out; a key of a map cannot.
    private static string Path(Clause clause) => clause.Path.Length == 0 ? NotNamed : clause.Path;

    private static string Map(ArraySegment<Clause> clauses)
    {
        string[] values = [.. clauses.Select(c => YamlText.Scalar(c.Value))];
        string value = values.Length == 1 ? values[0] : $"[{string.Join(", ", values)}]";
        return $"{{ {YamlText.Scalar(Path(clauses[0]))}: {value} }}";
    }
}
