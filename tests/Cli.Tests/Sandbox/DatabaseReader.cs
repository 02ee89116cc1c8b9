using System.Text;
using SesamTalk.Sqlite;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>Reads databases the way a person with a SQLite shell does.</summary>
internal static class DatabaseReader
{
    /// <summary>The rows of a query: columns with bars between them.</summary>
    public static List<string> Query(string path, string sql)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.Read, TimeSpan.Zero);
        using var statement = database.Prepare(sql);
        var rows = new List<string>();
        while (statement.Step())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, statement.ColumnCount).Select(statement.Text)));
        }

        return rows;
    }

    /// <summary>Runs statements that give no rows.</summary>
    public static void Execute(string path, string sql)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.ReadWrite, TimeSpan.Zero);
        database.Execute(sql);
    }

    /// <summary>All that a database holds: its definitions and its rows.</summary>
    public static string Dump(string path)
    {
        var dump = new StringBuilder().AppendJoin('\n', Query(path, "SELECT sql FROM sqlite_master ORDER BY name"));
        foreach (var table in Query(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            dump.Append('\n').Append(table).Append('\n').AppendJoin('\n', Query(path, $"SELECT * FROM \"{table}\" ORDER BY 1"));
        }

        return dump.ToString();
    }
}
