using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Reading;

/// <summary>
/// The properties of an entity that somebody wants, in a fixed order. The values of a record are an array with one element a
/// property of its shape.
/// </summary>
public sealed class Shape
{
    private readonly Dictionary<string, int> _index;

    /// <summary>A shape of the given properties, in their order.</summary>
    public Shape(ImmutableArray<PropertyDescription> properties)
    {
        Properties = properties;
        _index = new Dictionary<string, int>(properties.Length, StringComparer.Ordinal);
        for (var i = 0; i < properties.Length; i++)
        {
            _index.Add(properties[i].Path, i);
        }
    }

    /// <summary>The properties, in order.</summary>
    public ImmutableArray<PropertyDescription> Properties { get; }

    /// <summary>How many properties there are.</summary>
    public int Count => Properties.Length;

    /// <summary>The place of a property, or -1 if the shape lacks it.</summary>
    public int IndexOf(string path) => _index.GetValueOrDefault(path, -1);
}
