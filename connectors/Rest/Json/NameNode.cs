using System.Text;
using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>A tree of names in JSON, compiled once, with something at the ends of paths that are wanted.</summary>
/// <typeparam name="T">What stands at an end.</typeparam>
internal sealed class NameNode<T>
    where T : class
{
    private readonly List<(byte[] Name, NameNode<T> Node)> _children = [];

    /// <summary>What stands here; <see langword="null"/> where nothing is wanted of this place itself.</summary>
    public T? End { get; private set; }

    /// <summary>Whether anything is wanted below this place.</summary>
    public bool HasChildren => _children.Count > 0;

    /// <summary>Puts something at the end of a path, names joined by points; the empty path is this place.</summary>
    public void Add(string path, T end)
    {
        var node = this;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node.ChildOrNew(Encoding.UTF8.GetBytes(name));
        }

        node.End ??= end;
    }

    /// <summary>What stands at a path; <see langword="null"/> for nothing.</summary>
    public T? Find(string path)
    {
        var node = this;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            node = node?._children.Find(child => child.Name.AsSpan().SequenceEqual(bytes)).Node;
        }

        return node?.End;
    }

    /// <summary>The child of the name at which the reader stands. Rows of a list name their properties in the same order: the hint follows it.</summary>
    public NameNode<T>? Child(ref Utf8JsonReader reader, ref int hint)
    {
        for (var i = 0; i < _children.Count; i++)
        {
            var place = (hint + i) % _children.Count;
            if (reader.ValueTextEquals(_children[place].Name))
            {
                hint = place + 1;
                return _children[place].Node;
            }
        }

        return null;
    }

    private NameNode<T> ChildOrNew(byte[] name)
    {
        foreach (var child in _children)
        {
            if (child.Name.AsSpan().SequenceEqual(name))
            {
                return child.Node;
            }
        }

        var node = new NameNode<T>();
        _children.Add((name, node));
        return node;
    }
}
