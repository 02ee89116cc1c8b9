using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>
/// The triggers that do what Exact Online does behind every edit, whoever makes it: a new row version, a new time of change, a line in
/// the log of deletes. They take the place of those that only move the time.
/// </summary>
internal static class ExactTriggers
{
    private const string Version = "(SELECT value FROM \"StandIn\" WHERE name = 'version')";
    private const string NextVersion = "UPDATE \"StandIn\" SET value = value + 1 WHERE name = 'version';";

    /// <summary>Puts them on the tables, and numbers the rows that have no version yet, the eldest first.</summary>
    public static void Install(StandInDatabase database)
    {
        database.Execute("INSERT OR IGNORE INTO \"StandIn\" (name, value) VALUES ('version', 1000)");
        foreach (var entity in ExactCatalogue.Entities.Where(entity => entity.Sync is not null && entity.Name != "Deleted"))
        {
            Number(database, entity);
        }

        foreach (var entity in ExactCatalogue.Entities.Where(entity => entity.Table.Modified is not null))
        {
            database.Execute(Statements(entity));
        }
    }

    private static void Number(StandInDatabase database, ExactEntity entity)
    {
        var (table, key) = (Sql.Quote(entity.Name), Sql.Quote(entity.Table.Key.Name));
        var since = entity.HeadOf is { } head ? $"(SELECT h.Modified FROM {Sql.Quote(head)} AS h WHERE h.{entity.HeadKey} = {table}.{entity.HeadKey})" : StandInDatabase.Now;
        database.Execute($"""
            BEGIN IMMEDIATE;
            DROP TRIGGER IF EXISTS {Sql.Quote($"{entity.Name} changed")};
            DROP TRIGGER IF EXISTS {Sql.Quote($"{entity.Name} modified")};
            DROP TRIGGER IF EXISTS {Sql.Quote($"{entity.Name} UPDATE")};
            UPDATE {table} SET Modified = coalesce(Modified, {since}) WHERE Modified IS NULL;
            UPDATE {table} SET Created = Modified WHERE Created IS NULL;
            UPDATE {table} SET Timestamp = {Version} + numbered.place
              FROM (SELECT {key} AS k, row_number() OVER (ORDER BY Modified, {key}) AS place FROM {table} WHERE Timestamp IS NULL) AS numbered
              WHERE {table}.{key} = numbered.k AND Timestamp IS NULL;
            UPDATE "StandIn" SET value = max(value, (SELECT coalesce(max(Timestamp), 0) FROM {table})) WHERE name = 'version';
            CREATE INDEX IF NOT EXISTS {Sql.Quote($"{entity.Name} Modified")} ON {table} (Modified);
            CREATE INDEX IF NOT EXISTS {Sql.Quote($"{entity.Name} Timestamp")} ON {table} (Timestamp);
            COMMIT;
            """);
    }

    private static string Statements(ExactEntity entity)
    {
        var (table, key, name) = (Sql.Quote(entity.Name), Sql.Quote(entity.Table.Key.Name), entity.Name);
        var versions = entity.Sync is not null;
        var stamp = versions ? $", Timestamp = {Version}" : string.Empty;
        var changed = Sql.Quote($"{name} changed");
        return $"""
            DROP TRIGGER IF EXISTS {Sql.Quote($"{name} modified")};
            DROP TRIGGER IF EXISTS {changed};
            CREATE TRIGGER {changed} AFTER UPDATE ON {table} {(versions ? "WHEN NEW.Timestamp IS OLD.Timestamp" : "WHEN NEW.Modified IS OLD.Modified")}
            BEGIN
              {NextVersion}
              UPDATE {table} SET Modified = CASE WHEN NEW.Modified IS OLD.Modified THEN {StandInDatabase.Now} ELSE NEW.Modified END{stamp} WHERE {key} = NEW.{key};
            END;
            DROP TRIGGER IF EXISTS {Sql.Quote($"{name} created")};
            CREATE TRIGGER {Sql.Quote($"{name} created")} AFTER INSERT ON {table}
            BEGIN
              {NextVersion}
              UPDATE {table} SET Created = coalesce(NEW.Created, NEW.Modified, {StandInDatabase.Now}), Modified = coalesce(NEW.Modified, {StandInDatabase.Now}){stamp} WHERE {key} = NEW.{key};
            END;
            {Log(entity)}
            {Head(entity)}
            """;
    }

    private static string Log(ExactEntity entity) => entity.DeletedType is not { } type ? string.Empty : $"""
        DROP TRIGGER IF EXISTS {Sql.Quote($"{entity.Name} logged")};
        CREATE TRIGGER {Sql.Quote($"{entity.Name} logged")} AFTER DELETE ON {Sql.Quote(entity.Name)}
        BEGIN
          {NextVersion}
          INSERT INTO "Deleted" (Timestamp, DeletedDate, Division, EntityKey, EntityType, ID)
          VALUES ({Version}, {StandInDatabase.Now}, coalesce(OLD.Division, {Systems.ExactOnline.Division}), OLD.{Sql.Quote(entity.Table.Key.Name)}, {type}, printf('00000000-0000-4000-8000-%012x', {Version}));
        END;
        """;

    // The time of the head moves with its lines; the statement of the sample's own tables goes by the machine's clock.
    private static string Head(ExactEntity entity)
    {
        if (entity.HeadOf is not { } head)
        {
            return string.Empty;
        }

        var key = Sql.Quote(entity.HeadKey!);
        return string.Concat(new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") }.Select(act => $"""
            DROP TRIGGER IF EXISTS {Sql.Quote($"{entity.Name} {act.Item1}")};
            CREATE TRIGGER {Sql.Quote($"{entity.Name} {act.Item1}")} AFTER {act.Item1} ON {Sql.Quote(entity.Name)}
            BEGIN
              UPDATE {Sql.Quote(head)} SET Modified = {StandInDatabase.Now} WHERE {key} = {act.Item2}.{key};
            END;
            """));
    }
}
