using System.Collections.Immutable;
using SesamTalk.Engine.Formatting.Layouts;
using static SesamTalk.Engine.Formatting.Layouts.NewLayout;

namespace SesamTalk.Engine.Documents;

/// <summary>
/// Lays out the conditions of a row. The clauses of one cell are alternatives: values of one property become a list, different
/// properties a list of maps (keys of one map would all have to hold). Order and repeats stay as the document has them.
/// </summary>
internal static class ConditionLayout
{
    /// <summary>What stands for a property that the document does not name.</summary>
    public const string NotNamed = "?";

    /// <summary>What follows <c>when:</c>, or <see langword="null"/> for a row that always counts.</summary>
    public static LayoutCollection? Of(RowDraft row) =>
        row.SourceConditions.IsEmpty && row.TargetConditions.IsEmpty ? null
        : Braces([.. Side("source", row.SourceConditions), .. Side("target", row.TargetConditions)]);

    private static IEnumerable<LayoutEntry> Side(string name, ImmutableArray<Clause> clauses)
    {
        if (clauses.IsEmpty)
            return [];
        LayoutCollection[] maps = [.. ByProperty(clauses).Select(Map)];
        return [Entry(name, maps.Length == 1 ? maps[0] : Brackets((IEnumerable<LayoutNode>)maps))];
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

    private static LayoutCollection Map(ArraySegment<Clause> clauses)
    {
        string[] values = [.. clauses.Select(c => c.Value)];
        return Braces(Entry(Path(clauses[0]), values.Length == 1 ? Text(values[0]) : Brackets(values)));
    }
}
