using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Sandbox.Tables;

/// <summary>The tables of a system: one an entity, and one for each list whose elements are described, seen as an entity of its own.</summary>
internal static class ElementTables
{
    /// <summary>The entities without their lists, then the elements of the lists, named like <c>Order.lines</c>.</summary>
    public static ImmutableArray<EntityDescription> With(ImmutableArray<EntityDescription> entities) =>
    [
        .. entities.Select(entity => entity with { Properties = entity.Properties.RemoveAll(property => property.Elements is not null) }),
        .. from entity in entities
           from property in entity.Properties
           where property.Elements is { Key: not null }
           select Of(entity, property),
    ];

    /// <summary>The statements that index the elements by their record, and let a change of an element move its modification time.</summary>
    public static IEnumerable<string> Bonds(ImmutableArray<EntityDescription> entities) =>
        from entity in entities
        from property in entity.Properties
        where property.Elements is { Key: not null }
        from statement in Bonds(entity, property.Elements!)
        select statement;

    private static EntityDescription Of(EntityDescription owner, PropertyDescription list)
    {
        var elements = list.Elements!;
        var parent = new PropertyDescription(elements.Parent!, owner.Property(owner.Key.Property)!.Type) { Mandatory = true, References = owner.Name };
        return new EntityDescription($"{owner.Name}.{list.Path}", new KeyDescription(elements.Key!, KeyGiver.System), [.. elements.Properties, parent]) { Table = elements.Table };
    }

    private static IEnumerable<string> Bonds(EntityDescription owner, ElementsDescription elements)
    {
        var (table, parent) = (Sql.Quote(elements.Table!), Sql.Quote(elements.Parent!));
        yield return $"CREATE INDEX {Sql.Quote($"{elements.Table} {elements.Parent}")} ON {table} ({parent})";
        if (owner.Modified is not { } modified)
        {
            yield break;
        }

        var (key, column) = (Sql.ColumnOf(owner, owner.Key.Property), Sql.ColumnOf(owner, modified));
        foreach (var (act, row) in new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") })
        {
            yield return $"CREATE TRIGGER {Sql.Quote($"{elements.Table} {act}")} AFTER {act} ON {table}\n"
                + $"BEGIN\n  UPDATE {Sql.TableOf(owner)} SET {column} = {Sql.Now} WHERE {key} = {row}.{parent};\nEND";
        }
    }
}
