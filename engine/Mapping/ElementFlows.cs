using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// The elements of a list as records: each row with <c>each</c> is a flow between two entities of their own, so that all that holds
/// of records holds of elements (clause R11).
/// </summary>
internal static class ElementFlows
{
    private const string Separator = "[]";

    /// <summary>The flows between the elements of a flow's lists, each with its row.</summary>
    public static IEnumerable<(Row Row, Flow Elements)> Of(Flow flow) => flow.Properties
        .Where(row => row.Each is not null)
        .Select(row => (row, Of(flow, row)));

    /// <summary>The list whose elements an entity is.</summary>
    public static string ListOf(EntityDescription elements) =>
        elements.Name[(elements.Name.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length)..];

    /// <summary>The name of the elements of a list as an entity of their own.</summary>
    public static string NameOf(string entity, string list) => $"{entity}{Separator}{list}";

    private static Flow Of(Flow flow, Row row)
    {
        var (source, target) = (SideOf(flow.Source, row.Source), SideOf(flow.Target, row.Target));
        ImmutableArray<Row> rows = [.. KeyRows(row, source.Entity, target.Entity), .. row.Each!.Rows.Select(element => Directed(element, row.Direction))];
        return new Flow(flow.Name, source, target, rows, row.Place)
        {
            Conflict = row.Conflict ?? flow.Conflict,
            Match = [new MatchRule(row.Each.Key, row.Place)],
        };
    }

    // What pairs the elements is copied into new ones, where no row does it.
    private static IEnumerable<Row> KeyRows(Row row, EntityDescription source, EntityDescription target) => row.Each!.Key
        .Where(pair => !row.Each.Rows.Any(element => element.Source == pair.Source && element.Target == pair.Target))
        .Select(pair => (Pair: pair, Source: source.Property(pair.Source)!, Target: target.Property(pair.Target)!))
        .Where(it => it.Source.Access != WriteAccess.Never || it.Target.Access != WriteAccess.Never)
        .Select(it => Directed(
            new Row(it.Pair.Source, it.Pair.Target, it.Target.Type, it.Target.Access == WriteAccess.Never ? Direction.ToSource : it.Source.Access == WriteAccess.Never ? Direction.ToTarget : Direction.Both, row.Place),
            row.Direction));

    private static Row Directed(Row element, Direction list) => element.Direction == Direction.Both ? element with { Direction = list } : element;

    private static FlowSide SideOf(FlowSide side, string list) => new(side.System, Describe(side.Entity, side.Entity.Property(list)!));

    /// <summary>The elements of a list as an entity of their own.</summary>
    public static EntityDescription Describe(EntityDescription entity, PropertyDescription list)
    {
        var elements = list.Elements ?? throw new ArgumentException($"{entity.Name}.{list.Path} has no elements: the set was not checked.");
        return new EntityDescription(NameOf(entity.Name, list.Path), new KeyDescription(elements.Key ?? string.Empty, KeyGiver.System), elements.Properties)
        {
            CanUpdate = entity.CanUpdate && list.Access == WriteAccess.Always,
        };
    }
}
