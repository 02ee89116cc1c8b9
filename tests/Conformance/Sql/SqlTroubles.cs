using SesamTalk.Conformance.Suites;
using SesamTalk.Sqlite;

namespace SesamTalk.Conformance.Sql;

/// <summary>The troubles of a database in a file.</summary>
internal static class SqlTroubles
{
    /// <summary>A trouble of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="other">The connection of another program.</param>
    /// <param name="file">The file.</param>
    public static Trouble Of(TroubleKind kind, SqliteDatabase other, string file) => kind switch
    {
        TroubleKind.Busy => new("database is locked", () => other.Execute("BEGIN EXCLUSIVE"), () => other.Execute("ROLLBACK")),
        TroubleKind.Unavailable => Spoiled(file, "is no SQLite database", content => [.. Enumerable.Repeat((byte)'x', content.Length)]),
        TroubleKind.BreaksOff => Spoiled(file, "is damaged", content => content[..(content.Length / 2)]),
        TroubleKind.Refused => new(
            "has no table 'Thing'", () => other.Execute("ALTER TABLE Thing RENAME TO Elsewhere"), () => other.Execute("ALTER TABLE Elsewhere RENAME TO Thing")),
        _ => Trouble.None("A database in a file tells of a commit in the call that makes it: there is no way on which the answer could be lost."),
    };

    private static Trouble Spoiled(string file, string words, Func<byte[], byte[]> spoil)
    {
        var content = Array.Empty<byte>();
        return new Trouble(
            words,
            () =>
            {
                content = File.ReadAllBytes(file);
                File.WriteAllBytes(file, spoil(content));
            },
            () => File.WriteAllBytes(file, content));
    }
}
