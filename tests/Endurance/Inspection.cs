using SesamTalk.Engine.State;

namespace SesamTalk.Endurance;

/// <summary>Looks at the databases themselves after a quiet run: nothing lost, nothing twice, all in agreement.</summary>
internal sealed class Inspection(Firm firm, Users users)
{
    private const int MostShown = 5;

    /// <summary>What is wrong, a few lines of each kind; nothing where all holds.</summary>
    public IReadOnlyList<string> Faults()
    {
        var tables = Firm.Systems.ToDictionary(system => system, Read, StringComparer.Ordinal);
        return [.. Twice(tables).Take(MostShown), .. Missing(tables).Take(MostShown), .. Differing(tables).Take(MostShown), .. Lost(tables[Firm.Systems[0]]).Take(MostShown)];
    }

    private List<string?[]> Read(string system)
    {
        using var database = firm.Open(system);
        using var all = database.Prepare($"SELECT email, {string.Join(", ", Firm.Properties)} FROM person ORDER BY email");
        var rows = new List<string?[]>();
        while (all.Step())
        {
            rows.Add([.. Enumerable.Range(0, Firm.Properties.Count + 1).Select(column => all.IsNull(column) ? null : all.Text(column))]);
        }

        return rows;
    }

    // INV4.
    private static IEnumerable<string> Twice(Dictionary<string, List<string?[]>> tables) =>
        from table in tables
        from person in table.Value.GroupBy(row => row[0])
        where person.Count() > 1
        select $"{table.Key} has {person.Key} {person.Count()} times";

    private static IEnumerable<string> Missing(Dictionary<string, List<string?[]>> tables) =>
        from table in tables
        let known = table.Value.Select(row => row[0]).ToHashSet()
        from person in tables.Values.SelectMany(rows => rows).Select(row => row[0]).Distinct()
        where !known.Contains(person)
        select $"{table.Key} lacks {person}";

    // INV2.
    private static IEnumerable<string> Differing(Dictionary<string, List<string?[]>> tables)
    {
        var first = tables[Firm.Systems[0]].ToLookup(row => row[0]);
        return from table in tables
               from row in table.Value
               let other = first[row[0]].FirstOrDefault()
               where other is not null && !row.SequenceEqual(other)
               select $"{table.Key} says {string.Join(" | ", row)}, {Firm.Systems[0]} says {string.Join(" | ", other)}";
    }

    // INV3: an edit is what all hold; or was carried over and replaced later; or was replaced by the same user before anybody saw it; or
    // stands in the record of a conflict.
    private IEnumerable<string> Lost(List<string?[]> settled)
    {
        using var state = StateReader.Open(firm.State)!;
        var carried = state.Journal().Select(entry => entry.After.ToString()).ToHashSet(StringComparer.Ordinal);
        var beaten = state.Conflicts().SelectMany(conflict => new[] { conflict.LoserValue, conflict.WinnerValue }).ToHashSet(StringComparer.Ordinal);
        var held = settled.SelectMany(row => row).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var last = users.Edits.GroupBy(Place).ToDictionary(edits => edits.Key, edits => edits.Max(edit => edit.Number));
        return users.Edits
            .Where(edit => last[Place(edit)] == edit.Number && !held.Contains(edit.Value) && !carried.Contains(edit.Value) && !beaten.Contains(edit.Value))
            .Select(edit => $"lost: {edit}");
    }

    private static (string, string, string) Place(Edit edit) => (edit.System, edit.Person, edit.Property);
}
