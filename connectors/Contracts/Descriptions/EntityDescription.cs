using System.Collections.Immutable;

namespace SesamTalk.Connectors.Descriptions;

/// <summary>What a system says of one entity: data, so that flows can be held against it without a network.</summary>
/// <param name="Name">The entity's name, for example <c>SalesOrders</c>.</param>
/// <param name="Key">How its records are named.</param>
/// <param name="Properties">Its properties, in the order of the description; the key is among them.</param>
public sealed record EntityDescription(string Name, KeyDescription Key, ImmutableArray<PropertyDescription> Properties)
{
    private readonly Lazy<Dictionary<string, PropertyDescription>> _byPath = ByPath(Properties);

    /// <summary>Its properties, in the order of the description; the key is among them.</summary>
    public ImmutableArray<PropertyDescription> Properties
    {
        get;
        init => (field, _byPath) = (value, ByPath(value));
    } = Properties;

    /// <summary>Whether records may be created.</summary>
    public bool CanCreate { get; init; } = true;

    /// <summary>Whether records may be changed.</summary>
    public bool CanUpdate { get; init; } = true;

    /// <summary>Whether records may be deleted.</summary>
    public bool CanDelete { get; init; } = true;

    /// <summary>Sets of properties each of which names at most one record, best first (clause C3).</summary>
    public ImmutableArray<ImmutableArray<string>> NaturalKeys { get; init; } = [];

    /// <summary>A property of the system that holds a foreign system's reference, unique within the entity (clause C3).</summary>
    public string? ExternalReference { get; init; }

    /// <summary>The property that holds a record's modification time, if it has one.</summary>
    public string? Modified { get; init; }

    /// <summary>The table that holds it, for adapters over tables; the name itself where not said.</summary>
    public string? Table { get; init; }

    /// <summary>A query that gives its records, for adapters over tables; such an entity is read-only.</summary>
    public string? Query { get; init; }

    /// <summary>What a person should know: sources, restrictions.</summary>
    public string? Note { get; init; }

    /// <summary>The property of that path, or <see langword="null"/>.</summary>
    public PropertyDescription? Property(string path) => _byPath.Value.GetValueOrDefault(path);

    /// <inheritdoc/>
    public bool Equals(EntityDescription? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private static Lazy<Dictionary<string, PropertyDescription>> ByPath(ImmutableArray<PropertyDescription> properties) =>
        new(() => properties.ToDictionary(p => p.Path, StringComparer.Ordinal));
}
