using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>A flow, compiled over the shapes of its two entities.</summary>
internal sealed class MappedFlow
{
    private readonly ImmutableArray<ImmutableArray<RowGroup>> _groupsToMake;
    private readonly ImmutableArray<MappedRow> _rowsIntoTarget;
    private readonly ImmutableArray<MappedRow> _rowsIntoSource;

    public MappedFlow(Flow flow, StampOrders orders, MappedEntity source, MappedEntity target, MappedLists lists)
    {
        var elements = ElementFlows.Of(flow).ToDictionary(it => it.Row, it => new MappedFlow(it.Elements, orders, lists.ElementOf(it.Elements.Source), lists.ElementOf(it.Elements.Target), lists));
        Flow = flow;
        Source = source;
        Target = target;
        Rows = [.. flow.Properties.Select((row, i) => new MappedRow(row, OccurrenceOf(flow, i), orders.Of(flow, row), row.Conflict ?? flow.Conflict, source, target) { Elements = elements.GetValueOrDefault(row) })];
        Groups =
        [
            .. Rows.GroupBy(row => row.RunsToTarget ? row.Target : -1 - row.Source)
                .SelectMany(rows => rows.Key >= 0 ? [new RowGroup([.. rows])] : rows.Select(row => new RowGroup([row]))),
        ];
        _groupsToMake = [.. Sides.Both.Select(side => Groups.OrderBy(group => group.Asks(side)).ToImmutableArray())];
        _rowsIntoTarget = [.. Rows.Where(row => row.RunsToTarget).DistinctBy(row => row.Target)];
        _rowsIntoSource = [.. Rows.Where(row => row.RunsToSource).DistinctBy(row => row.Source)];
        IsOneToOne = Rows.All(row => row.When is null) && Rows.DistinctBy(row => row.Source).Count() == Rows.Length && Rows.DistinctBy(row => row.Target).Count() == Rows.Length;
        CreateWhen = flow.CreateWhen is { } when ? new MappedCondition(when, source, target) : null;
        Archives = new Dictionary<Side, ImmutableArray<ArchivedProperty>> { [Side.Source] = ArchivesOf(Side.Source), [Side.Target] = ArchivesOf(Side.Target) };
        Rules = [.. flow.Match.Select((rule, number) => new MappedMatchRule(rule, number, source, target))];
    }

    /// <summary>The flow as its author wrote it.</summary>
    public Flow Flow { get; }

    /// <summary>Its name.</summary>
    public string Name => Flow.Name;

    /// <summary>The entity of the source side.</summary>
    public MappedEntity Source { get; }

    /// <summary>The entity of the target side.</summary>
    public MappedEntity Target { get; }

    /// <summary>The rows, in the order of the file.</summary>
    public ImmutableArray<MappedRow> Rows { get; }

    /// <summary>The rows by the property that they give, in the order of the file (clause R8).</summary>
    public ImmutableArray<RowGroup> Groups { get; }

    /// <summary>The groups in the order in which they fill a new record of a side: those whose conditions ask it come last.</summary>
    public ImmutableArray<RowGroup> GroupsToMake(Side side) => _groupsToMake[(int)side];

    /// <summary>What a source record must be like to get a counterpart made; none where any is good (clause C1).</summary>
    public MappedCondition? CreateWhen { get; }

    /// <summary>The match rules, in the order of the file.</summary>
    public ImmutableArray<MappedMatchRule> Rules { get; }

    /// <summary>What an archived record of a side is given; nothing for a side whose records stay as they are (clause D1).</summary>
    public IReadOnlyDictionary<Side, ImmutableArray<ArchivedProperty>> Archives { get; }

    /// <summary>Whether a delete on one side does anything with the counterpart (clause D1).</summary>
    public bool PassesDeletesOn => Flow.Delete.Kind != DeleteKind.Keep;

    /// <summary>The number of the flow in the state; set when the state is opened.</summary>
    public int Number { get; set; }

    /// <summary>How many rows the flow ever had; set when the state is opened.</summary>
    public int RowCount { get; set; }

    /// <summary>Whether each property is in one row, which always counts: a record that the flow makes then agrees with the one it is made for.</summary>
    public bool IsOneToOne { get; }

    /// <summary>Whether any of its rows is looked at in a layer.</summary>
    public bool Has(RowLayer layer) => Groups.Any(group => group.Layers().Contains(layer));

    /// <summary>The entity of a side.</summary>
    public MappedEntity Entity(Side side) => side == Side.Source ? Source : Target;

    /// <summary>The first row into each property of a side.</summary>
    public ImmutableArray<MappedRow> RowsInto(Side side) => side == Side.Target ? _rowsIntoTarget : _rowsIntoSource;

    /// <summary>Whether it may change a property in a record that is there, as a row or as what marks the archived.</summary>
    /// <param name="side">The side.</param>
    /// <param name="place">The property.</param>
    /// <param name="except">Rows that are not asked about.</param>
    public bool MayChange(Side side, int place, RowGroup? except = null) =>
        Rows.Any(row => (side == Side.Source ? row.UpdatesSource : row.UpdatesTarget) && row.PlaceOn(side) == place && !(except?.Rows.Contains(row) ?? false))
        || Archives[side].Any(archived => archived.Property == place);

    /// <summary>The row of that number.</summary>
    public MappedRow RowOf(int number) => Rows.First(row => row.Number == number);

    /// <summary>Whether records of that side get a counterpart made (clause C1).</summary>
    public bool CreatesFor(Side side) => Flow.Create switch
    {
        CreatePolicy.Both => true,
        CreatePolicy.Source => side == Side.Source,
        CreatePolicy.Target => side == Side.Target,
        _ => false,
    };

    /// <summary>
    /// What a change of the flow would change in what it does with records that are already known: a flow with another number
    /// looks at all of them again.
    /// </summary>
    public long Fingerprint()
    {
        var number = Values.Fingerprint.Start.Add(Source.Name).Add(Target.Name).Add((long)Flow.Create).Add((long)Flow.Delete.Kind);
        foreach (var archived in Flow.Delete.Archive)
        {
            number = number.Add(archived.IsTarget ? 1 : 0).Add(archived.Path).Add(archived.Value);
        }

        foreach (var rule in Rules)
        {
            number = number.Add(rule.Description);
        }

        foreach (var row in Flow.Properties)
        {
            number = number.Add(row.Source).Add(row.Target).Add((long)row.Type).Add((long)row.Direction)
                .Add(row.Of?.Source ?? string.Empty).Add(row.Of?.Target ?? string.Empty).Add(row.ConversionText)
                .Add((long)(row.Conflict ?? Flow.Conflict)).Add((long)(row.OnLink ?? Flow.Conflict)).Add(row.Enforce ? 1 : 0);
        }

        foreach (var row in Rows)
        {
            number = number.Add(row.When?.Text ?? string.Empty).Add(row.Elements?.Fingerprint() ?? 0);
        }

        return number.Add(CreateWhen?.Text ?? string.Empty).Add(string.Join(' ', Flow.CreateOnReference)).Value;
    }

    // Two rows may map the same two properties under different conditions.
    private static int OccurrenceOf(Flow flow, int place) =>
        flow.Properties.Take(place).Count(row => row.Source == flow.Properties[place].Source && row.Target == flow.Properties[place].Target);

    private ImmutableArray<ArchivedProperty> ArchivesOf(Side side) =>
        [.. Flow.Delete.Archive.Where(archived => archived.IsTarget == (side == Side.Target)).Select(archived => ArchivedProperty.Of(archived, Entity(side)))];
}
