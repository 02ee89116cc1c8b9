using System.Diagnostics;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>The baseline of W1: copies all contacts by plain ADO.NET, in one transaction, with a prepared insert.</summary>
internal sealed class Copy : IChildTask
{
    public string Name => "copy";

    public Task<ChildReport> RunAsync(ChildArguments arguments)
    {
        var since = Stopwatch.GetTimestamp();
        var copied = CopyAll(arguments["from"], arguments["to"]);
        return Task.FromResult(ChildReport.Of(Stopwatch.GetElapsedTime(since), copied));
    }

    private static long CopyAll(string from, string to)
    {
        using var source = AdoNet.Open(from);
        using var target = AdoNet.Open(to);
        using var transaction = target.BeginTransaction();
        using var insert = target.Prepared(ContactTable.Insert, transaction);
        using var select = source.Command(ContactTable.SelectAll);
        using var reader = select.ExecuteReader();
        var copied = 0L;
        for (; reader.Read(); copied++)
        {
            for (var i = 0; i < insert.Parameters.Count; i++)
            {
                insert.Parameters[i].Value = reader.GetString(i);
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return copied;
    }
}
