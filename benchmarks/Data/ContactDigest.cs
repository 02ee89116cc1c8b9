using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Data;

/// <summary>What a file of contacts holds, whatever its keys and its order: equal digests mean equal contacts.</summary>
/// <param name="Rows">How many contacts.</param>
/// <param name="Distinct">How many different numbers they carry.</param>
/// <param name="Content">The sum of the fingerprints of their text columns.</param>
internal sealed record ContactDigest(long Rows, long Distinct, long Content)
{
    /// <summary>The digest of a file.</summary>
    public static ContactDigest Of(string path)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.Read, TimeSpan.FromSeconds(10));
        using var all = database.Prepare($"SELECT {string.Join(", ", ContactTable.Columns)} FROM {ContactTable.Name}");
        var (rows, content, numbers) = (0L, 0L, new HashSet<long>());
        while (all.Step())
        {
            rows++;
            numbers.Add(Fingerprint.Of(all.Bytes(0)));
            content = unchecked(content + RowOf(all));
        }

        return new ContactDigest(rows, numbers.Count, content);
    }

    private static long RowOf(Statement row)
    {
        var fingerprint = Fingerprint.Start;
        for (var column = 0; column < ContactTable.Columns.Length; column++)
        {
            fingerprint = fingerprint.Add(row.Bytes(column));
        }

        return fingerprint.Value;
    }
}
