using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Sandbox.Tables;

/// <summary>The definition of a column, from the description of a property.</summary>
internal static class ColumnDefinition
{
    /// <summary>The column's name, type and constraints, as they stand in CREATE TABLE.</summary>
    public static string Of(EntityDescription entity, PropertyDescription property) =>
        string.Join(' ', Parts(entity, property).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(EntityDescription entity, PropertyDescription property)
    {
        var isKey = property.Path == entity.Key.Property;
        var isFilled = isKey || property.Path == entity.Modified || property.Mandatory;
        yield return Sql.ColumnOf(property);
        yield return TypeOf(property.Type);
        yield return isKey && property.Type == PropertyType.Integer ? string.Empty : NotNull(isFilled);
        yield return isKey ? "PRIMARY KEY" : string.Empty;
        yield return Default(entity, property);
        yield return Check(property);
    }

    // A whole-number key must read exactly INTEGER: only then does SQLite give the next number by itself.
    private static string TypeOf(PropertyType type) => type switch
    {
        PropertyType.Integer or PropertyType.Boolean => "INTEGER",
        PropertyType.Decimal => "NUMERIC",
        PropertyType.Any => string.Empty,
        _ => "TEXT",
    };

    private static string Default(EntityDescription entity, PropertyDescription property) =>
        property.Path == entity.Modified ? $"DEFAULT ({Sql.Now})"
        : property.Path == entity.Key.Property && IsTextGivenBySystem(entity.Key, property) ? "DEFAULT (lower(hex(randomblob(16))))"
        : string.Empty;

    private static bool IsTextGivenBySystem(KeyDescription key, PropertyDescription property) =>
        key.GivenBy == KeyGiver.System && property.Type == PropertyType.String;

    private static string NotNull(bool needed) => needed ? "NOT NULL" : string.Empty;

    private static string Check(PropertyDescription property) => property switch
    {
        { Type: PropertyType.Boolean } => $"CHECK ({Sql.ColumnOf(property)} IN (0, 1))",
        { MaxLength: { } length } => $"CHECK (length({Sql.ColumnOf(property)}) <= {length})",
        _ => string.Empty,
    };
}
