using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Sandbox.Tables;

/// <summary>
/// The SQL that makes the table of an entity: columns, keys, what is unique, and a modification time that every edit moves, so that
/// people who work on the database with tools of their own need not think of it.
/// </summary>
internal static class TableDefinition
{
    /// <summary>The statements, in order; none for an entity that is a query.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="entities">All entities of the system, for foreign keys.</param>
    public static IEnumerable<string> Of(EntityDescription entity, IReadOnlyCollection<EntityDescription> entities)
    {
        if (entity.Query is not null)
        {
            return [];
        }

        return [Table(entity, entities), .. UniqueIndexes(entity), .. Modification(entity)];
    }

    private static string Table(EntityDescription entity, IReadOnlyCollection<EntityDescription> entities)
    {
        var columns = entity.Properties.Select(property => ColumnDefinition.Of(entity, property));
        var foreignKeys = entity.Properties.SelectMany(property => ForeignKeys(property, entities));
        return $"CREATE TABLE {Sql.TableOf(entity)} (\n  {string.Join(",\n  ", columns.Concat(foreignKeys))}\n)";
    }

    // Deferred: two records that need each other can be written in one transaction, in whatever order.
    private static IEnumerable<string> ForeignKeys(PropertyDescription property, IReadOnlyCollection<EntityDescription> entities) =>
        from other in entities
        where other.Name == property.References && other.Query is null
        select $"FOREIGN KEY ({Sql.ColumnOf(property)}) REFERENCES {Sql.TableOf(other)} "
            + $"({Sql.ColumnOf(other, other.Key.Property)}) DEFERRABLE INITIALLY DEFERRED";

    private static IEnumerable<string> UniqueIndexes(EntityDescription entity)
    {
        var keys = entity.ExternalReference is { } reference ? entity.NaturalKeys.Add([reference]) : entity.NaturalKeys;
        return keys.Select(key => $"CREATE UNIQUE INDEX {IndexName(entity, string.Join(' ', key))} ON {Sql.TableOf(entity)} "
            + $"({string.Join(", ", key.Select(path => Sql.ColumnOf(entity, path)))})");
    }

    private static IEnumerable<string> Modification(EntityDescription entity) =>
        entity.Modified is not { } modified ? [] : [Index(entity, modified), Trigger(entity, Sql.ColumnOf(entity, modified))];

    private static string Index(EntityDescription entity, string path) =>
        $"CREATE INDEX {IndexName(entity, path)} ON {Sql.TableOf(entity)} ({Sql.ColumnOf(entity, path)})";

    private static string IndexName(EntityDescription entity, string suffix) =>
        Sql.Quote($"{entity.Table ?? entity.Name} {suffix}");

    // An update that sets the time itself keeps what it set.
    private static string Trigger(EntityDescription entity, string modified)
    {
        var (table, key) = (Sql.TableOf(entity), Sql.ColumnOf(entity, entity.Key.Property));
        return $"CREATE TRIGGER {IndexName(entity, "modified")} AFTER UPDATE ON {table}\n"
            + $"WHEN NEW.{modified} IS OLD.{modified}\n"
            + $"BEGIN\n  UPDATE {table} SET {modified} = {Sql.Now} WHERE {key} = NEW.{key};\nEND";
    }
}
