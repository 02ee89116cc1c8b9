using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Proposing;

/// <summary>What the flows of a workspace tell about two of its systems.</summary>
internal sealed class KnownFlows
{
    private readonly EntityGraph _graph;
    private readonly Dictionary<(string, string), string> _rows = [];
    private readonly Dictionary<string, ImmutableArray<string>> _elementKeys = new(StringComparer.Ordinal);

    /// <summary>Looks at flows.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="source">The source's system.</param>
    /// <param name="target">The target's system.</param>
    public KnownFlows(ImmutableArray<FlowView> flows, string source, string target)
    {
        _graph = EntityGraph.Of(flows);
        foreach (var flow in flows)
        {
            foreach (var list in flow.Lists)
            {
                AddKeys(list);
            }

            if (IsBetween(flow, source, target))
            {
                AddRows(flow, isTurned: false);
            }
            else if (IsBetween(flow, target, source))
            {
                AddRows(flow, isTurned: true);
            }
        }
    }

    /// <summary>Whether flows hang together between two entities, so that a reference can be translated.</summary>
    public bool Link(string sourceSystem, string sourceEntity, string targetSystem, string targetEntity) =>
        _graph.Links($"{sourceSystem}/{sourceEntity}", $"{targetSystem}/{targetEntity}");

    /// <summary>The flow between the same systems that has a row of these two paths, if one has.</summary>
    public string? FlowWith(string sourcePath, string targetPath) => _rows.GetValueOrDefault((sourcePath, targetPath));

    /// <summary>By what flows pair the elements of a list already, given as the system and the entity that elements are; empty where none does.</summary>
    public ImmutableArray<string> ElementKeysOf(string list) => _elementKeys.GetValueOrDefault(list, []);

    private static bool IsBetween(FlowView flow, string source, string target) =>
        source != target && flow.Source.Draft.System.Value == source && flow.Target.Draft.System.Value == target;

    private void AddRows(FlowView flow, bool isTurned)
    {
        foreach (var row in flow.Rows.Concat(flow.Lists.SelectMany(list => list.Rows)).Where(row => row.Source is not null && row.Target is not null))
        {
            var (one, other) = (row.Draft.Source.Value, row.Draft.Target.Value);
            _rows.TryAdd(isTurned ? (other, one) : (one, other), flow.Name);
        }
    }

    private void AddKeys(FlowView list)
    {
        foreach (var end in list.Ends)
        {
            _elementKeys.TryAdd($"{end.Draft.System.Value}/{end.Entity!.Name}", [.. list.Draft.Match[0].Pairs.Select(pair => end.IsTarget ? pair.Target.Value : pair.Source.Value)]);
        }
    }
}
