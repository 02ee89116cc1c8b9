using System.Collections.Immutable;

namespace SesamTalk.Cli.Graphs.Drawing;

/// <summary>Gives each box its column: sources stand to the left of their targets, as far as no circle of boxes forbids it.</summary>
internal sealed class Layers
{
    private readonly ILookup<string, string> _targets;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<(string, string)> _back = [];

    private Layers(ILookup<string, string> targets) => _targets = targets;

    /// <summary>The columns, from 0.</summary>
    public static ImmutableDictionary<string, int> Of(Graph graph)
    {
        var layers = new Layers(graph.Edges.Select(edge => (edge.From.Box, To: edge.To.Box)).Where(pair => pair.Box != pair.To).Distinct().ToLookup(pair => pair.Box, pair => pair.To));
        foreach (var box in graph.Boxes)
        {
            layers.Visit(box.Name);
        }

        return layers.Numbered();
    }

    private void Visit(string box)
    {
        if (!_done.Contains(box) && _open.Add(box))
        {
            foreach (var target in _targets[box])
            {
                if (_open.Contains(target) && !_done.Contains(target))
                {
                    _back.Add((box, target));
                }

                Visit(target);
            }

            _done.Add(box);
            _order.Add(box);
        }
    }

    private ImmutableDictionary<string, int> Numbered()
    {
        var layers = _order.ToDictionary(box => box, _ => 0, StringComparer.Ordinal);
        foreach (var box in Enumerable.Reverse(_order))
        {
            foreach (var target in Ahead(box))
            {
                layers[target] = Math.Max(layers[target], layers[box] + 1);
            }
        }

        // What nothing leads to stands right before what it leads to first.
        foreach (var box in _order.Where(box => !_order.Exists(other => Ahead(other).Contains(box)) && Ahead(box).Any()))
        {
            layers[box] = Ahead(box).Min(target => layers[target]) - 1;
        }

        return layers.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private IEnumerable<string> Ahead(string box) => _targets[box].Where(target => !_back.Contains((box, target)));
}
