using System.Data.Common;
using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Settings;

/// <summary>The file that a connection names.</summary>
/// <param name="Name">Its name as the author wrote it: what messages say.</param>
/// <param name="Path">Where it is, absolute.</param>
/// <param name="Access">What may be done with it. It is never made: a wrong path must not become an empty database.</param>
internal sealed record DatabaseFile(string Name, string Path, SqliteAccess Access)
{
    private const string Cure = "Write connection: \"Data Source=FILE\", and \";Mode=ReadOnly\" behind it to forbid writing.";

    /// <summary>Reads the setting <c>connection</c>.</summary>
    /// <exception cref="SystemRefusedException">It is not understood.</exception>
    public static DatabaseFile Parse(string connection, string folder)
    {
        string? name = null;
        var access = SqliteAccess.ReadWrite;
        foreach (var (key, value) in PartsOf(connection))
        {
            switch (key)
            {
                case "data source" or "datasource" or "filename":
                    name = value;
                    break;
                case "mode":
                    access = AccessOf(value);
                    break;
                default:
                    throw new SystemRefusedException($"the setting connection has '{key}', which says nothing to SQLite here", Cure);
            }
        }

        return name is null or "" or ":memory:"
            ? throw new SystemRefusedException("the setting connection names no database file", Cure)
            : new DatabaseFile(name, System.IO.Path.GetFullPath(name, System.IO.Path.GetFullPath(folder)), access);
    }

    private static IEnumerable<(string Key, string Value)> PartsOf(string connection)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = connection;
        }
        catch (ArgumentException failure)
        {
            throw new SystemRefusedException("the setting connection is not understood", Cure, failure);
        }

        return parts.Keys.Cast<string>().Select(key => (key, parts[key].ToString() ?? string.Empty));
    }

    private static SqliteAccess AccessOf(string mode) => mode.ToUpperInvariant() switch
    {
        "READONLY" => SqliteAccess.Read,
        "READWRITE" => SqliteAccess.ReadWrite,
        _ => throw new SystemRefusedException($"the setting connection has the mode '{mode}', which does not exist here", Cure),
    };
}
