using System.Collections.Immutable;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>A workspace and its flows with names looked up: what rules look at.</summary>
/// <param name="Systems">The systems, in the order of the file.</param>
/// <param name="Flows">The flows whose shape was accepted, in the ordinal order of their names.</param>
/// <param name="IsComplete">Whether every flow file is among the flows, so that what is missing is truly missing.</param>
internal sealed record SetView(ImmutableArray<SystemView> Systems, ImmutableArray<FlowView> Flows, bool IsComplete)
{
    private readonly Lazy<EntityGraph> _graph = new(() => EntityGraph.Of(Flows));
    private readonly Lazy<Dictionary<string, HashSet<string>>> _filled = new(() => Flows
        .SelectMany(flow => flow.Ends.SelectMany(end => flow.Rows.Where(end.IsWrittenBy).Select(row => (Entity: end.ToString(), Path: end.PathOf(row).Value))))
        .GroupBy(it => it.Entity, it => it.Path, StringComparer.Ordinal)
        .ToDictionary(paths => paths.Key, paths => paths.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The profile that was applied, if any.</summary>
    public string? Profile { get; init; }

    /// <summary>Which entities are linked with which, through any number of flows.</summary>
    public EntityGraph Graph => _graph.Value;

    /// <summary>The properties of an entity, given as <c>system/entity</c>, into which some row writes.</summary>
    public IReadOnlySet<string> FilledAt(string entity) => _filled.Value.GetValueOrDefault(entity) ?? [];

    /// <summary>The names of the systems.</summary>
    public IReadOnlyList<string> SystemNames => [.. Systems.Select(s => s.Name)];

    /// <summary>The system of that name, or <see langword="null"/>.</summary>
    public SystemView? System(string name) => Systems.FirstOrDefault(s => s.Name == name);
}
