using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Breaking;

/// <summary>The ways in which a flow is broken, one thing at a time.</summary>
internal static class Mutants
{
    /// <summary>The mutants of a flow, in the order of the file.</summary>
    public static IEnumerable<Mutant> Of(Flow flow) =>
    [
        .. flow.CreateWhen is { } when ? [new Mutant("create without its condition", when.Place, flow with { CreateWhen = null })] : Array.Empty<Mutant>(),
        .. flow.Match.Select(rule => new Mutant($"without the match rule {Text(rule)}", rule.Place, flow with { Match = flow.Match.Remove(rule) })),
        .. flow.Properties.SelectMany((row, place) => OfRow(flow, row, place)),
    ];

    private static IEnumerable<Mutant> OfRow(Flow flow, Row row, int place) =>
    [
        new Mutant($"without the row {Name(row)}", row.Place, flow with { Properties = flow.Properties.RemoveAt(place) }),
        .. RowMutants.Of(row, flow.Source.Entity, flow.Target.Entity)
            .Select(it => new Mutant($"{Name(row)}: {it.Text}", row.Place, flow with { Properties = flow.Properties.SetItem(place, it.Row) })),
        .. row.Each is { } each ? each.Rows.SelectMany((element, at) => OfElement(flow, row, place, element, at)) : [],
    ];

    private static IEnumerable<Mutant> OfElement(Flow flow, Row list, int place, Row element, int at)
    {
        var (source, target) = (RowMutants.ElementOf(flow.Source.Entity, list.Source), RowMutants.ElementOf(flow.Target.Entity, list.Target));
        Flow With(System.Collections.Immutable.ImmutableArray<Row> rows) => flow with { Properties = flow.Properties.SetItem(place, list with { Each = list.Each! with { Rows = rows } }) };
        return
        [
            .. IsKey(list, element) ? Array.Empty<Mutant>() : [new Mutant($"{list.Source}: without the row {Name(element)}", element.Place, With(list.Each!.Rows.RemoveAt(at)))],
            .. RowMutants.Of(element, source, target).Select(it => new Mutant($"{list.Source}: {Name(element)}: {it.Text}", element.Place, With(list.Each!.Rows.SetItem(at, it.Row)))),
        ];
    }

    // What pairs elements is brought over whether there is a row for it or not.
    private static bool IsKey(Row list, Row element) => list.Each!.Key.Any(pair => pair.Source == element.Source && pair.Target == element.Target);

    private static string Name(Row row) => $"{row.Source} -> {row.Target}";

    private static string Text(MatchRule rule) => string.Join(" and ", rule.Pairs.Select(pair => $"{pair.Source} = {pair.Target}"));
}
