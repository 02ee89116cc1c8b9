using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>The baseline of W2 by complete reads: reads both sides in the order of their keys and compares every column.</summary>
internal sealed class CompareByAdoNet : IChildTask
{
    public string Name => "compare-ado";

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
        using var left = AdoNet.Open(one);
        using var right = AdoNet.Open(other);
        using var leftRows = left.Command($"{ContactTable.SelectAll} ORDER BY {ContactTable.Key}").ExecuteReader();
        using var rightRows = right.Command($"{ContactTable.SelectAll} ORDER BY {ContactTable.Key}").ExecuteReader();
        var different = 0L;
        bool more;
        while ((more = leftRows.Read()) & rightRows.Read())
        {
            different += Same(leftRows, rightRows) ? 0 : 1;
        }

        return more ? different + 1 : different;
    }

    private static bool Same(SqliteDataReader left, SqliteDataReader right)
    {
        for (var column = 0; column <= ContactTable.Columns.Length; column++)
        {
            if (!string.Equals(left.GetString(column), right.GetString(column), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
