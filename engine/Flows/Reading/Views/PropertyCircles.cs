using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>
/// The circles of rows in a set: ways that lead from a property through other properties back to it. Of rows that run both ways
/// enough circles are given that all others are made of them.
/// </summary>
internal static class PropertyCircles
{
    /// <summary>The circles, each as the ways round it. A circle of rows that run both ways is given in both directions.</summary>
    public static IEnumerable<ImmutableArray<PropertyArc>> Of(SetView set)
    {
        var rows = set.Flows.SelectMany(flow => Lasting(flow).Select(row => new PropertyArc(flow, row, true))).Where(a => a.From != a.To).ToList();
        // A set has as many of them as it has rows: they are told apart by what they are, not by all that they hold.
        var same = ReferenceEqualityComparer.Instance;
        var twoWay = rows.Where(a => Runs(a) && Runs(a.Turned)).ToList();
        var tree = Tree(twoWay);
        var branches = Ways(tree);
        var all = rows.SelectMany(a => new[] { a, a.Turned }).Where(Runs).ToLookup(a => a.From, StringComparer.Ordinal);
        var oneWay = rows.Except(twoWay, same).Cast<PropertyArc>().Select(a => Runs(a) ? a : a.Turned).Where(Runs);
        return twoWay.Except(tree, same).Cast<PropertyArc>().SelectMany(a => BothWays(Closed(a, branches))).Concat(oneWay.SelectMany(a => Closed(a, all)));
    }

    // A row that counts only at times, or only where another gives nothing (clauses R8, R9), does not make two properties the same.
    private static IEnumerable<RowView> Lasting(FlowView flow) => flow.Rows
        .Where(r => r is { Source: not null, Target: not null, Draft: { When: null, Each: null } } && r.Type != PropertyType.Reference)
        .Where(r => r.Conversions.All(c => c.Step?.Conversion is not null))
        .DistinctBy(r => r.Direction == Direction.ToSource ? (false, r.Draft.Source.Value) : (true, r.Draft.Target.Value));

    private static bool Runs(PropertyArc arc)
    {
        var end = arc.IsForward ? arc.Flow.Target : arc.Flow.Source;
        return end.IsWrittenBy(arc.Row) && end.WhyNotWritable(end.PropertyOf(arc.Row)!) is null;
    }

    // Rows that join properties which nothing before them has joined.
    private static List<PropertyArc> Tree(List<PropertyArc> rows)
    {
        var joined = new DisjointSets<string>();
        return rows.FindAll(row => joined.Join(row.From, row.To));
    }

    private static ILookup<string, PropertyArc> Ways(List<PropertyArc> rows) =>
        rows.SelectMany(a => new[] { a, a.Turned }).ToLookup(a => a.From, StringComparer.Ordinal);

    private static IEnumerable<ImmutableArray<PropertyArc>> BothWays(IEnumerable<ImmutableArray<PropertyArc>> circles) =>
        circles.SelectMany(c => new[] { c, [.. c.Reverse().Select(a => a.Turned)] });

    // The shortest way back from where an arc leads to where it comes from.
    private static IEnumerable<ImmutableArray<PropertyArc>> Closed(PropertyArc arc, ILookup<string, PropertyArc> ways)
    {
        var reached = new Dictionary<string, PropertyArc>(StringComparer.Ordinal) { [arc.To] = arc };
        var next = new Queue<string>([arc.To]);
        while (next.TryDequeue(out var at) && !reached.ContainsKey(arc.From))
        {
            foreach (var way in ways[at].Where(w => w.Row != arc.Row && reached.TryAdd(w.To, w)))
            {
                next.Enqueue(way.To);
            }
        }

        return reached.ContainsKey(arc.From) ? [Back(arc, reached)] : [];
    }

    private static ImmutableArray<PropertyArc> Back(PropertyArc arc, Dictionary<string, PropertyArc> reached)
    {
        var circle = new List<PropertyArc>();
        for (var at = reached[arc.From]; at != arc; at = reached[at.From])
        {
            circle.Add(at);
        }

        circle.Add(arc);
        circle.Reverse();
        return [.. circle];
    }
}
