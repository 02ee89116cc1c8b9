using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Data;

/// <summary>SQLite files of contacts: made and edited outside the times that are measured.</summary>
internal static class ContactFile
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Makes a file with the table and no rows.</summary>
    public static void MakeEmpty(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var database = SqliteDatabase.Open(path, SqliteAccess.Create, BusyTimeout);
        database.Execute(ContactTable.Create);
    }

    /// <summary>Makes a file with the first contacts that the generator gives.</summary>
    public static void Make(string path, long rows)
    {
        MakeEmpty(path);
        using var database = SqliteDatabase.Open(path, SqliteAccess.ReadWrite, BusyTimeout);
        database.Execute("PRAGMA synchronous = OFF; BEGIN");
        using (var insert = database.Prepare(ContactTable.Insert))
        {
            var values = new string[ContactTable.AllColumns.Length];
            for (var number = 1L; number <= rows; number++)
            {
                ContactGenerator.Fill(number, values);
                Insert(insert, values);
            }
        }

        database.Execute("COMMIT");
    }

    /// <summary>Changes a column of every hundredth contact, as a person's edit would: the modification time moves along.</summary>
    /// <returns>How many were changed.</returns>
    public static long EditOnePercent(string path, string column, int beginning)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.ReadWrite, BusyTimeout);
        database.Execute($"""
            UPDATE {ContactTable.Name} SET {column} = {column} || ' x', {ContactTable.Modified} = {ContactTable.Now}
            WHERE CAST(Number AS INTEGER) % 100 = {beginning}
            """);
        return database.Changes;
    }

    /// <summary>The latest modification time in a file.</summary>
    public static string Watermark(string path)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.Read, BusyTimeout);
        using var latest = database.Prepare($"SELECT coalesce(max({ContactTable.Modified}), '') FROM {ContactTable.Name}");
        latest.Step();
        var watermark = latest.Text(0);
        latest.Reset();
        return watermark;
    }

    private static void Insert(Statement insert, string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            insert.Bind(i + 1, values[i]);
        }

        insert.Run();
    }
}
