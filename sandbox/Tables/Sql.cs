using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Sandbox.Tables;

/// <summary>Pieces of SQL that the table definitions and the inserts share.</summary>
internal static class Sql
{
    /// <summary>The present instant as the tables write instants: ISO 8601, milliseconds, UTC.</summary>
    public const string Now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    /// <summary>A name in quotes: property names hold dots, and some tables are called like words of SQL.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The table of an entity.</summary>
    public static string TableOf(EntityDescription entity) => Quote(entity.Table ?? entity.Name);

    /// <summary>The column of a property.</summary>
    public static string ColumnOf(PropertyDescription property) => Quote(property.Column ?? property.Path);

    /// <summary>The column of a property.</summary>
    /// <exception cref="ArgumentException">The entity has no such property.</exception>
    public static string ColumnOf(EntityDescription entity, string path) => ColumnOf(entity.Property(path)
        ?? throw new ArgumentException($"{entity.Name} has no property '{path}'", nameof(path)));
}
