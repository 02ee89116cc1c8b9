using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Storage;

/// <summary>Inserts, changes and deletes rows. Only within a write.</summary>
internal static class RowEdits
{
    /// <summary>Inserts a row.</summary>
    public static void Insert(StandInDatabase database, string table, IReadOnlyDictionary<string, object?> values) => database.Run(
        $"INSERT INTO {Sql.Quote(table)} ({string.Join(", ", values.Keys.Select(Sql.Quote))}) VALUES ({string.Join(", ", values.Select(_ => "?"))})",
        [.. values.Values]);

    /// <summary>Changes the named columns of a row.</summary>
    public static void Update(StandInDatabase database, string table, string keyColumn, object? key, IReadOnlyDictionary<string, object?> values)
    {
        if (values.Count > 0)
        {
            database.Run(
                $"UPDATE {Sql.Quote(table)} SET {string.Join(", ", values.Keys.Select(name => $"{Sql.Quote(name)} = ?"))} WHERE {Sql.Quote(keyColumn)} = ?",
                [.. values.Values, key]);
        }
    }

    /// <summary>Writes what is computed into the columns that keep it.</summary>
    public static void Recompute(StandInDatabase database, EntityTable table, object? key)
    {
        var kept = table.Fields.Where(field => field.Is("stored")).Select(field => $"{Sql.Quote(field.Name)} = {field.Sql()}").ToArray();
        if (kept.Length > 0)
        {
            database.Run($"UPDATE {Sql.Quote(table.Table)} AS t SET {string.Join(", ", kept)} WHERE t.{Sql.Quote(table.Key.Name)} = ?", key);
        }
    }

    /// <summary>Deletes the rows whose column holds a value.</summary>
    public static void Delete(StandInDatabase database, string table, string column, object? value) =>
        database.Run($"DELETE FROM {Sql.Quote(table)} WHERE {Sql.Quote(column)} = ?", value);

    /// <summary>Whether a row holds a value in a column.</summary>
    public static bool Exists(StandInDatabase database, string table, string column, object? value) =>
        database.Value($"SELECT 1 FROM {Sql.Quote(table)} WHERE {Sql.Quote(column)} = ? LIMIT 1", value) is not null;
}
