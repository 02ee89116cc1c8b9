using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Simulation.Playing;

/// <summary>Tells which records the engine is about to delete: at that moment alone its state shows why.</summary>
/// <param name="inner">Does what is asked.</param>
/// <param name="deletes">Is told of each batch with deletes: the records, as <c>system/entity/key</c>.</param>
internal sealed class WitnessedConnector(IConnector inner, Action<IReadOnlyList<string>> deletes) : IConnector
{
    public string Name => inner.Name;

    public ImmutableArray<SettingDescription> Settings => inner.Settings;

    public IConnectedSystem Connect(SystemDefinition system) => new WitnessedSystem(inner.Connect(system), system.Name, deletes);

    public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

    private sealed class WitnessedSystem(IConnectedSystem inner, string name, Action<IReadOnlyList<string>> deletes) : ForwardingSystem(inner)
    {
        public override Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
        {
            string[] doomed = [.. batch.Requests.OfType<DeleteRequest>().Select(request => $"{name}/{batch.Entity.Name}/{request.Key}")];
            if (doomed.Length > 0)
            {
                deletes(doomed);
            }

            return base.WriteAsync(batch, cancellationToken);
        }
    }
}
