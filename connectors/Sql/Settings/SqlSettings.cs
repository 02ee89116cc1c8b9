using System.Collections.Immutable;
using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Settings;

/// <summary>The settings of one system.</summary>
/// <param name="Database">The file, and how it may be used.</param>
/// <param name="TimeZone">The zone of times that are kept without one.</param>
/// <param name="BusyTimeout">How long to wait for another program's lock.</param>
/// <param name="Overlap">How long after the time that it carries a record may still be committed.</param>
internal sealed record SqlSettings(DatabaseFile Database, TimeZoneInfo TimeZone, TimeSpan BusyTimeout, TimeSpan Overlap)
{
    /// <summary>Reads the settings of a system.</summary>
    /// <exception cref="SystemRefusedException">One of them is not understood.</exception>
    public static SqlSettings Of(SystemDefinition system)
    {
        SqliteLibrary.Initialize();
        var settings = system.Settings;
        return new SqlSettings(
            DatabaseFile.Parse(settings.GetValueOrDefault(SqlSettingDescriptions.Connection, string.Empty), system.Folder),
            ZoneOf(Text(settings, SqlSettingDescriptions.TimeZone)),
            Duration.Parse(SqlSettingDescriptions.BusyTimeout, Text(settings, SqlSettingDescriptions.BusyTimeout)),
            Duration.Parse(SqlSettingDescriptions.Overlap, Text(settings, SqlSettingDescriptions.Overlap)));
    }

    private static string Text(ImmutableDictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) ?? SqlSettingDescriptions.All.Single(setting => setting.Name == name).Default!;

    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new SystemRefusedException(
            $"the setting time_zone is '{name}', which is no time zone that this machine knows",
            "Write a name such as UTC or Europe/Oslo.");
}
