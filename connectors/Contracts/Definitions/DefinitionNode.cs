using System.Collections.Immutable;

namespace SesamTalk.Connectors.Definitions;

/// <summary>A node of a definition file, its settings filled in. Equality is of the instance.</summary>
/// <param name="place">Where it stands.</param>
public abstract class DefinitionNode(DefinitionPlace place)
{
    /// <summary>Where it stands.</summary>
    public DefinitionPlace Place { get; } = place;
}

/// <summary>A single value.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="text">Its text, without quotes.</param>
/// <param name="kind">What it is.</param>
public sealed class DefinitionScalar(DefinitionPlace place, string text, DefinitionScalarKind kind) : DefinitionNode(place)
{
    /// <summary>Its text, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>What it is.</summary>
    public DefinitionScalarKind Kind { get; } = kind;
}

/// <summary>A list.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="items">Its items.</param>
public sealed class DefinitionList(DefinitionPlace place, ImmutableArray<DefinitionNode> items) : DefinitionNode(place)
{
    /// <summary>Its items.</summary>
    public ImmutableArray<DefinitionNode> Items { get; } = items;
}

/// <summary>Keys with values, in the order of the file; no key is there twice.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="entries">Its entries.</param>
public sealed class DefinitionMapping(DefinitionPlace place, ImmutableArray<DefinitionEntry> entries) : DefinitionNode(place)
{
    /// <summary>Its entries.</summary>
    public ImmutableArray<DefinitionEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or <see langword="null"/> if the key is missing.</summary>
    public DefinitionNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record DefinitionEntry(string Key, DefinitionPlace KeyPlace, DefinitionNode Value);
