using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>A node of a YAML file, with its place.</summary>
internal abstract class SourceNode(Place place)
{
    /// <summary>Where it stands, up to the end of its last child.</summary>
    public Place Place { get; } = place;
}

/// <summary>A list.</summary>
internal sealed class ListNode(Place place, ImmutableArray<SourceNode> items) : SourceNode(place)
{
    /// <summary>Its items.</summary>
    public ImmutableArray<SourceNode> Items { get; } = items;
}

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed class MappingNode(Place place, ImmutableArray<MappingEntry> entries) : SourceNode(place)
{
    /// <summary>Its entries; no key is there twice.</summary>
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or <see langword="null"/> if the key is missing.</summary>
    public SourceNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A key with its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, SourceNode Value);
