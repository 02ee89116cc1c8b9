using System.Diagnostics;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;
using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>The same compare below ADO.NET, without managed strings.</summary>
internal sealed class CompareByCInterface : IChildTask
{
    public string Name => "compare-raw";

    public Task<ChildReport> RunAsync(ChildArguments arguments)
    {
        var since = Stopwatch.GetTimestamp();
        var different = Compare(arguments["one"], arguments["other"]);
        return different == 0
            ? Task.FromResult(ChildReport.Of(Stopwatch.GetElapsedTime(since), 0))
            : throw new BenchmarkFailedException($"{different} contacts differ, and none should.");
    }

    private static long Compare(string one, string other)
    {
        using var left = SqliteDatabase.Open(one, SqliteAccess.Read, TimeSpan.FromSeconds(10));
        using var right = SqliteDatabase.Open(other, SqliteAccess.Read, TimeSpan.FromSeconds(10));
        using var leftRows = left.Prepare($"{ContactTable.SelectAll} ORDER BY {ContactTable.Key}");
        using var rightRows = right.Prepare($"{ContactTable.SelectAll} ORDER BY {ContactTable.Key}");
        var different = 0L;
        bool more;
        while ((more = leftRows.Step()) & rightRows.Step())
        {
            different += Same(leftRows, rightRows) ? 0 : 1;
        }

        return more ? different + 1 : different;
    }

    private static bool Same(Statement left, Statement right)
    {
        for (var column = 0; column <= ContactTable.Columns.Length; column++)
        {
            if (!left.Bytes(column).SequenceEqual(right.Bytes(column)))
            {
                return false;
            }
        }

        return true;
    }
}
