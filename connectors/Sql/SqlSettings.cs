using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql;

/// <summary>The settings of a system that is a database.</summary>
/// <param name="System">The name of the system.</param>
/// <param name="File">The database file, absolute.</param>
/// <param name="BusyTimeout">How long to wait for another program's lock before the system counts as busy.</param>
/// <param name="Overlap">How far back a read since a cursor begins anew, for rows that were committed after they took their time.</param>
internal sealed record SqlSettings(string System, string File, TimeSpan BusyTimeout, TimeSpan Overlap)
{
    private const string Provider = "provider";
    private const string Connection = "connection";
    private const string Busy = "busy_timeout";
    private const string Reread = "overlap";

    /// <summary>What a workspace may say.</summary>
    public static ImmutableArray<SettingDescription> Descriptions { get; } =
    [
        new(Provider, "The kind of database.") { Allowed = ["sqlite"], Default = "sqlite" },
        new(Connection, "The connection string, for example 'Data Source=erp.db'; a relative file starts at the workspace's folder.") { Mandatory = true },
        new(Busy, "How many seconds to wait for another program's lock before the system counts as busy.") { Default = "2" },
        new(Reread, "How many seconds back changes are read again, for rows that were committed after they took their time of modification.") { Default = "2" },
    ];

    /// <summary>Reads the settings of a system.</summary>
    /// <exception cref="SystemRefusedException">The connection string is not understood.</exception>
    public static SqlSettings Read(SystemDefinition system)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder(system.Settings[Connection]).DataSource;
            return new SqlSettings(system.Name, Path.GetFullPath(source, system.Folder), Seconds(system, Busy), Seconds(system, Reread));
        }
        catch (ArgumentException exception)
        {
            throw new SystemRefusedException(
                $"The connection of {system.Name} is not understood: {exception.Message}", "Write it as 'Data Source=FILE' in systems.yaml.", exception);
        }
    }

    private static TimeSpan Seconds(SystemDefinition system, string setting)
    {
        var text = system.Settings.GetValueOrDefault(setting) ?? Descriptions.Single(d => d.Name == setting).Default!;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new SystemRefusedException($"{setting} of {system.Name} is '{text}', which is no number of seconds.", "Write a number, such as 2 or 0.5.");
    }
}
