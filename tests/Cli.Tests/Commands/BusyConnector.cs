using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>Takes the place of the databases, and asks whoever reads to wait for a quarter of an hour.</summary>
internal sealed class BusyConnector : IConnector
{
    private readonly SqlConnector _sql = new();

    public string Name => _sql.Name;

    public ImmutableArray<SettingDescription> Settings => _sql.Settings;

    public Capabilities CapabilitiesOf(EntityDescription entity) => _sql.CapabilitiesOf(entity);

    public IConnectedSystem Connect(SystemDefinition system) => new BusySystem(_sql.Connect(system));

    private sealed class BusySystem(IConnectedSystem inner) : IConnectedSystem, ICompleteReader
    {
        public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

        public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
            throw new SystemBusyException("the day's calls are used up", TimeSpan.FromMinutes(15));

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
