using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Storage;

/// <summary>An entity of a stand-in and the table that holds it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record EntityTable(string Table, ImmutableArray<Field> Fields)
{
    private readonly Lazy<Dictionary<string, Field>> _byName =
        new(() => Fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The field that names its rows.</summary>
    public Field Key => Fields.First(one => one.Is("key"));

    /// <summary>The column that holds when a row was last changed; none for a table that has no such thing.</summary>
    public string? Modified { get; init; }

    /// <summary>The table of the rows that this entity's rows belong to, where a line has a head.</summary>
    public string? Head { get; init; }

    /// <summary>The column that holds the key of the head.</summary>
    public string? HeadKey { get; init; }

    /// <summary>The sample's entity that fills it, where it is not called like the table.</summary>
    public string SampleEntity { get; init; } = Table;

    /// <summary>The field of that name, in whatever case, or <see langword="null"/>.</summary>
    public Field? Find(string name) => _byName.Value.GetValueOrDefault(name);
}
