using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Tests.Conformance;

/// <summary>A system in memory.</summary>
public sealed class MemorySubject : Subject
{
    private readonly MemoryWorld _world;
    private readonly MemoryConnector _connector;

    public MemorySubject()
    {
        _world = new MemoryWorld(Clock);
        _connector = new MemoryConnector(_world);
        _world.Add("subject", [Things.Entity, Things.Numbered]);
    }

    private MemoryEntity Entity => _world["subject"][Things.Entity.Name];

    public override void Add(string key, params IReadOnlyList<(string Property, Value Value)> values) => Entity.Add(key, values);

    public override void Edit(string key, string property, Value value) => Entity.Edit(key, property, value);

    public override void Delete(string key) => Entity.Delete(key);

    public override void RejectNote(string note) =>
        _world["subject"].Faults.Reject(proposal => proposal.Entity == Things.Entity.Name && proposal["note"] == Value.Text(note), "400: no");

    protected override IConnectedSystem Connect(SystemDefinition system) => _connector.Connect(system);
}
