using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Settings;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql;

/// <summary>The adapter <c>sql</c>: systems whose entities are tables or queries of a SQLite database.</summary>
public sealed class SqlConnector : IConnector
{
    /// <inheritdoc/>
    public string Name => "sql";

    /// <inheritdoc/>
    public ImmutableArray<SettingDescription> Settings => SqlSettingDescriptions.All;

    /// <inheritdoc/>
    public IConnectedSystem Connect(SystemDefinition system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new SqlSystem(system);
    }

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(EntityDescription entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return Describe(entity);
    }

    // Text keys have an index in the order of their bytes, or are sorted; numbers are read in their own order, which is another.
    internal static Capabilities Describe(EntityDescription entity) => new()
    {
        ReadsComplete = true,
        ReadsInKeyOrder = entity.Property(entity.Key.Property) is { Type: PropertyType.String },
        ReadsSince = entity.Modified is not null,
        ReadsKeys = true,
        LooksUpByKey = true,
        LooksUpByValues = true,
        WritesConditionally = true,
        TakesKeys = entity.Key.GivenBy == KeyGiver.Client,
        AnswersWithStoredState = true,
        GivesModificationTimes = entity.Modified is not null,
    };
}
