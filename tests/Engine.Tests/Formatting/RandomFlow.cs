namespace SesamTalk.Engine.Tests.Formatting;

/// <summary>Makes a flow at random, and writes it with its keys in any order and its parts in any form.</summary>
/// <param name="seed">The seed of what it says; it says the same always.</param>
internal sealed class RandomFlow(int seed)
{
    private static readonly string[] Types = ["string", "integer", "decimal", "date"];
    private static readonly string[] Paths = ["name", "address.city", "\"lines[kind=a].no\"", "$ref", "\"ps:P297\"", "a_very_long_name_of_a_property_that_no_column_waits_for", "id"];

    /// <summary>The flow.</summary>
    /// <param name="layout">Decides on the layout.</param>
    public string Text(Random layout)
    {
        var says = new Random(seed);
        var rows = Enumerable.Range(0, says.Next(1, 9)).Select(_ => Row(says, layout, "  ")).ToList();
        var nested = says.Next(2) == 0 ? $"  - source: lines\n    target: Lines\n    properties:\n{Row(says, layout, "      ")}{Row(says, layout, "      ")}    each: {Side(layout, ("key", "{no: No}"))}\n" : string.Empty;
        List<string> parts =
        [
            "flow: some-flow\n",
            $"source: {Side(layout, ("system", "erp"), ("entity", $"E{says.Next(9)}"))}\n",
            $"target: {Side(layout, ("system", "accounts"), ("entity", "Things"))}\n",
            $"create: {(says.Next(2) == 0 ? "source" : "never")}\n",
            says.Next(2) == 0 ? "delete: {archive: {target: {b: 1, a: 2}}}\n" : "delete: keep\n",
            $"limits: {{{string.Join(", ", Shuffled(layout, "deletes: 3", "creates: 5", "updates: 7"))}}}\n",
            $"properties:\n{string.Concat(rows)}{nested}",
        ];
        return "# the head\nversion: 1\n" + string.Concat(Shuffled(layout, [.. parts]));
    }

    private static string Side(Random layout, params (string Key, string Value)[] entries)
    {
        var shuffled = Shuffled(layout, [.. entries.Select(entry => $"{entry.Key}: {entry.Value}")]);
        return layout.Next(2) == 0 ? $"{{{string.Join(",  ", shuffled)}}}" : $"{{ {string.Join(" , ", shuffled)} }}";
    }

    private static string Row(Random says, Random layout, string indentation)
    {
        List<string> cells = [$"source: {Paths[says.Next(Paths.Length)]}", $"target: {Paths[says.Next(Paths.Length)]}"];
        AddIf(says, cells, $"type: {Types[says.Next(Types.Length)]}");
        AddIf(says, cells, "direction: to_target");
        AddIf(says, cells, "convert: { lookup: { b: 1, a: 2, \"c, d\": 3 } }");
        AddIf(says, cells, $"note: \"{new string('n', says.Next(160))}\"");
        var behind = says.Next(4) == 0;
        var shuffled = Shuffled(layout, [.. cells]);
        return layout.Next(2) == 0 && !behind
            ? $"{indentation}- {string.Join($"\n{indentation}  ", shuffled)}\n"
            : $"{indentation}- {{{string.Join(", ", shuffled)}}}{(behind ? " # why" : string.Empty)}\n";
    }

    private static void AddIf(Random says, List<string> cells, string cell)
    {
        if (says.Next(3) == 0)
        {
            cells.Add(cell);
        }
    }

    private static string[] Shuffled(Random layout, params string[] parts)
    {
        layout.Shuffle(parts);
        return parts;
    }
}
