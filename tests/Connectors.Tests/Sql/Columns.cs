using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>Descriptions of properties, in short.</summary>
internal static class Columns
{
    public static PropertyDescription Key { get; } = new("id", PropertyType.String) { Access = WriteAccess.Never };

    public static PropertyDescription NumberKey { get; } = new("id", PropertyType.Integer) { Access = WriteAccess.Never };

    public static PropertyDescription Name { get; } = new("name", PropertyType.String);

    public static PropertyDescription Modified { get; } = new("modified", PropertyType.DateTime) { Access = WriteAccess.Never };

    public static PropertyDescription Of(string path, PropertyType type) => new(path, type);

    public static EntityDescription WithModified(EntityDescription entity) => entity with { Modified = "modified" };

    public static EntityDescription WithNumbers(EntityDescription entity) =>
        entity with { Key = new KeyDescription(entity.Key.Property, KeyGiver.System) };
}
