using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql;

/// <summary>Connects systems that are databases: tables and queries described in <c>*.entities.yaml</c>. Today SQLite.</summary>
public sealed class SqlConnector : IConnector
{
    /// <inheritdoc/>
    public string Name => "sql";

    /// <inheritdoc/>
    public ImmutableArray<SettingDescription> Settings { get; } = SqlSettings.Descriptions;

    /// <inheritdoc/>
    public IConnectedSystem Connect(SystemDefinition system) => new SqlSystem(SqlSettings.Read(system), system.Clock);

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(EntityDescription entity) => SqlSystem.Capabilities(entity);
}
