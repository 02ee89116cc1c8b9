using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>How far an edit of one cell goes: along all links, by all rows that run that way, found without the engine.</summary>
internal sealed class Reach(ImmutableArray<LinkedPair> links)
{
    private readonly ILookup<string, LinkedPair> _bySource = links.ToLookup(link => link.Source);
    private readonly ILookup<string, LinkedPair> _byTarget = links.ToLookup(link => link.Target);

    /// <summary>The cell and all that carry its edit.</summary>
    public IReadOnlySet<Cell> Of(Cell cell)
    {
        var reached = new HashSet<Cell> { cell };
        var next = new Queue<Cell>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var other in Neighbours(at).Where(reached.Add))
            {
                next.Enqueue(other);
            }
        }

        return reached;
    }

    /// <summary>The cell of a system whose edit goes the farthest, among texts that no conversion changes and no rule matches by.</summary>
    public Cell FarthestOf(string system, Snapshot snapshot, Func<Cell, bool>? wanted = null) => snapshot.Records
        .Where(it => it.Value.System == system)
        .SelectMany(it => it.Value.Values.Where(value => value.Value.Kind == ValueKind.Text).Select(value => new Cell(it.Key, value.Key)))
        .Where(cell => Rows(cell).Any() && Rows(cell).All(row => IsPlain(row.Row) && !IsMatchedBy(row.Flow, row.Row)))
        .Where(wanted ?? (_ => true))
        .MaxBy(cell => (Of(cell).Count, cell.Record, cell.Property))!;

    private static bool IsPlain(Row row) => row is { Of: null, Direction: Direction.Both, Conversions.IsEmpty: true };

    private static bool IsMatchedBy(Flow flow, Row row) => flow.Match.SelectMany(rule => rule.Pairs).Any(pair => pair.Source == row.Source || pair.Target == row.Target);

    private IEnumerable<(Flow Flow, Row Row)> Rows(Cell cell) =>
    [
        .. _bySource[cell.Record].SelectMany(link => link.Flow.Properties.Where(row => row.Source == cell.Property).Select(row => (link.Flow, row))),
        .. _byTarget[cell.Record].SelectMany(link => link.Flow.Properties.Where(row => row.Target == cell.Property).Select(row => (link.Flow, row))),
    ];

    private IEnumerable<Cell> Neighbours(Cell cell) =>
    [
        .. from link in _bySource[cell.Record]
           from row in link.Flow.Properties
           where row.Source == cell.Property && row.Direction != Direction.ToSource
           select new Cell(link.Target, row.Target),
        .. from link in _byTarget[cell.Record]
           from row in link.Flow.Properties
           where row.Target == cell.Property && row.Direction != Direction.ToTarget
           select new Cell(link.Source, row.Source),
    ];
}
