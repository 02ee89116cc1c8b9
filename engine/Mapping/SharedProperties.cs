using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>Which properties hold one another's values, by way of any rows of any flows.</summary>
internal sealed class SharedProperties
{
    private readonly DisjointSets<(MappedEntity Entity, int Property)> _sets = new();

    private SharedProperties(IReadOnlyCollection<MappedFlow> flows)
    {
        foreach (var flow in flows)
        {
            flow.Rows.ToList().ForEach(row => _sets.Join((flow.Source, row.Source), (flow.Target, row.Target)));
        }
    }

    /// <summary>Those that rows join.</summary>
    public static SharedProperties Of(IReadOnlyCollection<MappedFlow> flows) => new(flows);

    /// <summary>Those that rows join, and those that decide together which value a property gets (clause R8).</summary>
    public static SharedProperties Together(IReadOnlyCollection<MappedFlow> flows)
    {
        var shared = new SharedProperties(flows);
        foreach (var (flow, group) in flows.SelectMany(flow => flow.Groups.Select(group => (flow, group))))
        {
            group.SourceProperties().ToList().ForEach(property => shared._sets.Join((flow.Source, group.Rows[0].Source), (flow.Source, property)));
        }

        return shared;
    }

    /// <summary>What names all that a property shares its values with: the same for all of them.</summary>
    public (MappedEntity Entity, int Property) NameOf((MappedEntity Entity, int Property) property) => _sets.RootOf(property);
}
