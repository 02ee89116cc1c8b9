using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Engine.Tests.Language.Corpus;

/// <summary>A connector that is only checked against: reading a set never connects.</summary>
internal sealed class StubConnector : IConnector
{
    public string Name => "sql";

    public ImmutableArray<SettingDescription> Settings { get; } =
    [
        new("provider", "the kind of database") { Allowed = ["sqlite", "postgresql"], Default = "sqlite" },
        new("connection", "the connection string of the database") { Mandatory = true },
        new("password", "the password of the database") { Secret = true },
    ];

    public IConnectedSystem Connect(SystemDefinition system) => throw new InvalidOperationException("Reading must not connect.");

    // Of one entity no single record can be shown, so that rules find one.
    public Capabilities CapabilitiesOf(EntityDescription entity) => new() { LooksUpByKey = entity.Name != "Notes" };
}
