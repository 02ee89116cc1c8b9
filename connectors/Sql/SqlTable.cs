using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql;

/// <summary>An entity and a shape as SQL: the columns that a read gives are the key, the modification time, then the shape.</summary>
internal sealed class SqlTable
{
    /// <summary>The column of the key in what a read gives.</summary>
    public const int KeyColumn = 0;

    /// <summary>The column of the modification time in what a read gives.</summary>
    public const int ModifiedColumn = 1;

    /// <summary>The first column of the shape in what a read gives.</summary>
    public const int FirstColumn = 2;

    public SqlTable(EntityDescription entity, Shape shape)
    {
        (Entity, Shape) = (entity, shape);
        Name = Quoted(entity.Table ?? entity.Name);
        Source = entity.Query is { } query ? $"({query})" : Name;
        Key = ColumnOf(entity, entity.Key.Property);
        Modified = entity.Modified is { } modified ? ColumnOf(entity, modified) : null;
        Columns = [.. shape.Properties.Select(property => Quoted(property.Column ?? property.Path))];
        KeyIsInteger = entity.Property(entity.Key.Property)?.Type == PropertyType.Integer;
        Selected = string.Join(", ", Columns.Prepend(Modified ?? "NULL").Prepend(Key));
    }

    /// <summary>The entity.</summary>
    public EntityDescription Entity { get; }

    /// <summary>The shape.</summary>
    public Shape Shape { get; }

    /// <summary>The table, quoted.</summary>
    public string Name { get; }

    /// <summary>The table, or the query in its place.</summary>
    public string Source { get; }

    /// <summary>The column of the key, quoted.</summary>
    public string Key { get; }

    /// <summary>The column of the modification time, quoted; none if there is none.</summary>
    public string? Modified { get; }

    /// <summary>The columns of the shape, quoted.</summary>
    public string[] Columns { get; }

    /// <summary>Whether keys are whole numbers.</summary>
    public bool KeyIsInteger { get; }

    /// <summary>The columns that a read gives.</summary>
    public string Selected { get; }

    /// <summary>The condition that a column holds what a parameter says: instants are compared as such, however they are written.</summary>
    public string IsExpected(int property) => Shape.Properties[property].Type == PropertyType.DateTime
        ? $"{Instant(Columns[property])} IS {Instant("?")}"
        : $"{Columns[property]} IS ?";

    /// <summary>A name in quotes.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Instant(string operand) => $"strftime('%Y-%m-%dT%H:%M:%f', {operand})";

    private static string ColumnOf(EntityDescription entity, string path) => Quoted(entity.Property(path)?.Column ?? path);
}
