using System.Collections.Immutable;

namespace SesamTalk.Connectors.Descriptions;

/// <summary>What a system says of the elements of a list, for example of the lines of an order.</summary>
/// <param name="Key">The property that names an element within its record; without one, a list that is written replaces what was there.</param>
/// <param name="Properties">Their properties, in order: an element is one value for each.</param>
public sealed record ElementsDescription(string? Key, ImmutableArray<PropertyDescription> Properties)
{
    /// <summary>The table that holds them, for adapters over tables.</summary>
    public string? Table { get; init; }

    /// <summary>The column of that table that holds the key of the record that they belong to.</summary>
    public string? Parent { get; init; }

    /// <summary>The property by which they are ordered; the key where not said.</summary>
    public string? OrderBy { get; init; }

    /// <summary>The place of a property, or -1.</summary>
    public int IndexOf(string path)
    {
        for (var i = 0; i < Properties.Length; i++)
        {
            if (Properties[i].Path == path)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The property of that path, or <see langword="null"/>.</summary>
    public PropertyDescription? Property(string path) => IndexOf(path) is var place and >= 0 ? Properties[place] : null;
}
