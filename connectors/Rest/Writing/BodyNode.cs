using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>An object of JSON in the making: what belongs to one nested object comes together, whatever the order it is given in.</summary>
internal sealed class BodyNode
{
    private readonly List<(string Name, BodyNode Node)> _children = [];
    private Action<Utf8JsonWriter>? _value;

    /// <summary>Puts a value at a path, names joined by points. A later value takes the place of an earlier one.</summary>
    public void Add(string path, Action<Utf8JsonWriter> value)
    {
        var node = this;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node.ChildOrNew(name);
        }

        node._value = value;
    }

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (_value is { } value)
        {
            value(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, node) in _children)
        {
            writer.WritePropertyName(name);
            node.Write(writer);
        }

        writer.WriteEndObject();
    }

    private BodyNode ChildOrNew(string name)
    {
        if (_children.Find(child => child.Name == name).Node is { } known)
        {
            return known;
        }

        var node = new BodyNode();
        _children.Add((name, node));
        return node;
    }
}
