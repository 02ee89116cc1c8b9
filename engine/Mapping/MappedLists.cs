using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>The lists of a set whose elements are reconciled like records (clause R11).</summary>
internal sealed class MappedLists
{
    private readonly Dictionary<string, MappedList> _lists;

    private MappedLists(Dictionary<string, MappedList> lists) => _lists = lists;

    /// <summary>None: elements have no lists of their own.</summary>
    public static MappedLists None { get; } = new([]);

    /// <summary>Whether these are the lists of elements.</summary>
    public bool IsNone => ReferenceEquals(this, None);

    /// <summary>The lists whose elements some flows map.</summary>
    /// <param name="flows">The flows between elements.</param>
    /// <param name="entities">The elements as entities, by name.</param>
    public static MappedLists Of(IReadOnlyCollection<Flow> flows, Dictionary<string, MappedEntity> entities)
    {
        var lists = new Dictionary<string, MappedList>(StringComparer.Ordinal);
        foreach (var (side, keys) in flows.OrderBy(flow => flow.Name, StringComparer.Ordinal).SelectMany(KeysOf))
        {
            lists.TryAdd(side.ToString(), new MappedList(ElementFlows.ListOf(side.Entity), entities[side.ToString()], keys));
        }

        return new MappedLists(lists);
    }

    /// <summary>The elements of a side of a flow between elements.</summary>
    public MappedEntity ElementOf(FlowSide side) => _lists[side.ToString()].Element;

    /// <summary>For each of the properties of an entity its list, where it is one.</summary>
    public ImmutableArray<MappedList?> Of(FlowSide side, IReadOnlyList<string> paths) => [.. paths.Select(path => Find(side, path))];

    /// <summary>A property as the flows see it: of a list, only the element properties that any flow maps.</summary>
    public PropertyDescription Narrowed(FlowSide side, PropertyDescription property) => Find(side, property.Path) is { } list
        ? property with { Elements = property.Elements! with { Properties = list.Element.Shape.Properties } }
        : property;

    /// <summary>Takes in what the flows between elements say of their properties.</summary>
    public void Join(ImmutableArray<MappedFlow> flows)
    {
        var together = SharedProperties.Together(flows);
        foreach (var list in _lists.Values)
        {
            list.Element.Join(flows, together);
        }
    }

    private static IEnumerable<(FlowSide Side, ImmutableArray<string> Keys)> KeysOf(Flow flow) =>
    [
        (flow.Source, [.. flow.Match[0].Pairs.Select(pair => pair.Source)]),
        (flow.Target, [.. flow.Match[0].Pairs.Select(pair => pair.Target)]),
    ];

    private MappedList? Find(FlowSide side, string path) => _lists.GetValueOrDefault(ElementFlows.NameOf(side.ToString(), path));
}
