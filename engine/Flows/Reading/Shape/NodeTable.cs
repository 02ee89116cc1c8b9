using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>
/// The nodes of a file by number. The validator carries a line number through to each of its faults; given the number of the
/// node in its stead, a fault leads back to the node itself, with its whole place and its key.
/// </summary>
internal sealed class NodeTable
{
    private readonly List<NumberedNode> _nodes = [];

    /// <summary>The node of that number.</summary>
    public NumberedNode this[int number] => _nodes[number - 1];

    /// <summary>Gives a node its number, from 1.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key that it is the value of, or that it is an item under; none at the root.</param>
    /// <param name="isItem">Whether it is an item of a list.</param>
    public int Add(SourceNode node, ScalarNode? key, bool isItem)
    {
        _nodes.Add(new NumberedNode(node, key, isItem));
        return _nodes.Count;
    }
}

/// <summary>A node with what it belongs to.</summary>
internal sealed record NumberedNode(SourceNode Node, ScalarNode? Key, bool IsItem);
