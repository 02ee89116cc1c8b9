using System.Collections.Immutable;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql.Settings;

/// <summary>The settings of the adapter: what is parsed, checked and documented.</summary>
internal static class SqlSettingDescriptions
{
    public const string Provider = "provider";
    public const string Connection = "connection";
    public const string TimeZone = "time_zone";
    public const string BusyTimeout = "busy_timeout";
    public const string Overlap = "overlap";

    public static ImmutableArray<SettingDescription> All { get; } =
    [
        new(Provider, "The kind of database.") { Allowed = ["sqlite"], Default = "sqlite" },
        new(Connection, "Where it is: \"Data Source=FILE\", from the folder of the workspace; \"Mode=ReadOnly\" behind it forbids writing.")
        {
            Mandatory = true,
        },
        new(TimeZone, "The time zone of times that are kept without one, such as Europe/Oslo.") { Default = "UTC" },
        new(BusyTimeout, "How long to wait while another program holds the database, such as 500ms or 10s.") { Default = "5s" },
        new(Overlap, "How long after the modification time that it carries a record may still be saved; changes are read anew from that far back.")
        {
            Default = "2s",
        },
    ];
}
