using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>The baseline of W3: carries what is later than a watermark from either side to the other, by key.</summary>
internal sealed class MoveChanges : IChildTask
{
    private static readonly string Update = $"""
        UPDATE {ContactTable.Name} SET {string.Join(", ", ContactTable.AllColumns[1..].Select(column => $"{column} = ${column}"))}
        WHERE {ContactTable.Key} = ${ContactTable.Key}
        """;

    public string Name => "move";

    public Task<ChildReport> RunAsync(ChildArguments arguments)
    {
        var since = Stopwatch.GetTimestamp();
        using var one = AdoNet.Open(arguments["one"]);
        using var other = AdoNet.Open(arguments["other"]);
        var (toOther, toOne) = (Changes(one, arguments["watermark"]), Changes(other, arguments["watermark"]));
        var moved = Write(other, toOther) + Write(one, toOne);
        return Task.FromResult(ChildReport.Of(Stopwatch.GetElapsedTime(since), moved));
    }

    private static List<string[]> Changes(SqliteConnection connection, string watermark)
    {
        using var select = connection.Command($"{ContactTable.SelectAll} WHERE {ContactTable.Modified} > $watermark");
        select.Parameters.AddWithValue("$watermark", watermark);
        using var reader = select.ExecuteReader();
        var changes = new List<string[]>();
        while (reader.Read())
        {
            changes.Add([.. Enumerable.Range(0, ContactTable.AllColumns.Length).Select(reader.GetString)]);
        }

        return changes;
    }

    private static long Write(SqliteConnection connection, List<string[]> changes)
    {
        using var transaction = connection.BeginTransaction();
        using var update = connection.Prepared(Update, transaction);
        var written = 0L;
        foreach (var change in changes)
        {
            for (var i = 0; i < change.Length; i++)
            {
                update.Parameters[i].Value = change[i];
            }

            written += update.ExecuteNonQuery();
        }

        transaction.Commit();
        return written;
    }
}
