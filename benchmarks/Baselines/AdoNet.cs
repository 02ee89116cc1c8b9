using Microsoft.Data.Sqlite;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>What the baselines share: plain ADO.NET.</summary>
internal static class AdoNet
{
    /// <summary>Opens a file.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>A command.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    /// <summary>A prepared command with one text parameter a column, in their order.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, SqliteTransaction transaction)
    {
        var command = connection.Command(sql, transaction);
        foreach (var column in ContactTable.AllColumns)
        {
            command.Parameters.Add("$" + column, SqliteType.Text);
        }

        command.Prepare();
        return command;
    }
}
