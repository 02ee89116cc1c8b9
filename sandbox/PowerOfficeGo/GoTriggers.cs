using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>
/// The triggers that move PowerOffice Go's times behind every edit, whoever makes it: an address of a customer and the stock of a
/// product have times of their own and leave the record's alone.
/// </summary>
internal static class GoTriggers
{
    /// <summary>Puts them on the tables.</summary>
    public static void Install(StandInDatabase database)
    {
        foreach (var resource in GoCatalogue.Resources.Where(resource => resource.Table.Modified is not null))
        {
            database.Execute(Changed(resource) + Blind(resource) + Created(resource));
        }

        database.Execute("""
            CREATE TABLE IF NOT EXISTS "SentOrders" ("Id" TEXT PRIMARY KEY, "SentAt" TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS "Tokens" (access_token TEXT PRIMARY KEY, expires_at TEXT NOT NULL);
            """);
        database.Execute(string.Concat(new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") }.Select(act => Line(act.Item1, act.Item2))));
    }

    private static string Changed(GoResource resource)
    {
        var seen = resource.Table.Fields.Where(field => field.IsColumn && !resource.IsBlind(field.Name) && !resource.Created.Contains(field.Name)).Select(field => Sql.Quote(field.Name));
        return $"""
            DROP TRIGGER IF EXISTS {Sql.Quote($"{resource.Name} modified")};
            CREATE TRIGGER {Sql.Quote($"{resource.Name} modified")} AFTER UPDATE ON {Sql.Quote(resource.Name)}
            WHEN NEW.{GoCatalogue.Modified} IS OLD.{GoCatalogue.Modified} AND ({string.Join(" OR ", seen.Select(column => $"NEW.{column} IS NOT OLD.{column}"))})
            BEGIN
              UPDATE {Sql.Quote(resource.Name)} SET {GoCatalogue.Modified} = {StandInDatabase.Now} WHERE "Id" = NEW."Id";
            END;

            """;
    }

    private static string Blind(GoResource resource)
    {
        if (resource.BlindModified is not { } modified)
        {
            return string.Empty;
        }

        var columns = resource.Table.Fields.Where(field => field.IsColumn && resource.IsBlind(field.Name) && field.Name != modified).Select(field => Sql.Quote(field.Name)).ToArray();
        return $"""
            DROP TRIGGER IF EXISTS {Sql.Quote($"{resource.Name} beside")};
            CREATE TRIGGER {Sql.Quote($"{resource.Name} beside")} AFTER UPDATE ON {Sql.Quote(resource.Name)}
            WHEN {string.Join(" OR ", columns.Select(column => $"NEW.{column} IS NOT OLD.{column}"))}
            BEGIN
              UPDATE {Sql.Quote(resource.Name)} SET {Sql.Quote(modified)} = {StandInDatabase.Now} WHERE "Id" = NEW."Id";
            END;

            """;
    }

    private static string Created(GoResource resource)
    {
        var times = resource.Created.Add(GoCatalogue.Modified).Select(column => $"{Sql.Quote(column)} = coalesce(NEW.{Sql.Quote(column)}, NEW.{GoCatalogue.Modified}, {StandInDatabase.Now})");
        return $"""
            DROP TRIGGER IF EXISTS {Sql.Quote($"{resource.Name} created")};
            CREATE TRIGGER {Sql.Quote($"{resource.Name} created")} AFTER INSERT ON {Sql.Quote(resource.Name)}
            BEGIN
              UPDATE {Sql.Quote(resource.Name)} SET {string.Join(", ", times)} WHERE "Id" = NEW."Id";
            END;

            """;
    }

    private static string Line(string act, string row) => $"""
        DROP TRIGGER IF EXISTS "SalesOrderLines {act}";
        CREATE TRIGGER "SalesOrderLines {act}" AFTER {act} ON "SalesOrderLines"
        BEGIN
          UPDATE "SalesOrders" SET {GoCatalogue.Modified} = {StandInDatabase.Now} WHERE "Id" = {row}."SalesOrderId";
        END;

        """;
}
