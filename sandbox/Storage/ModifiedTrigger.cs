using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Storage;

/// <summary>The triggers that move a table's time of change behind every edit, by the stand-in's clock where it writes itself.</summary>
internal static class ModifiedTrigger
{
    /// <summary>Puts them on a table that has such a time. They take the place of the one that goes by the machine's clock alone.</summary>
    public static void Install(StandInDatabase database, EntityTable table)
    {
        var (name, key, modified) = (Sql.Quote(table.Table), Sql.Quote(table.Key.Name), Sql.Quote(table.Modified!));
        database.Execute($"""
            UPDATE {name} SET {modified} = {StandInDatabase.Now} WHERE {modified} IS NULL;
            DROP TRIGGER IF EXISTS {Sql.Quote($"{table.Table} modified")};
            CREATE TRIGGER {Sql.Quote($"{table.Table} modified")} AFTER UPDATE ON {name} WHEN NEW.{modified} IS OLD.{modified}
            BEGIN
              UPDATE {name} SET {modified} = {StandInDatabase.Now} WHERE {key} = NEW.{key};
            END;
            DROP TRIGGER IF EXISTS {Sql.Quote($"{table.Table} created")};
            CREATE TRIGGER {Sql.Quote($"{table.Table} created")} AFTER INSERT ON {name} WHEN NEW.{modified} IS NULL
            BEGIN
              UPDATE {name} SET {modified} = {StandInDatabase.Now} WHERE {key} = NEW.{key};
            END;
            """);
    }
}
