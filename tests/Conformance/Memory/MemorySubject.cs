using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Memory;

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

    public override Trouble TroubleOf(TroubleKind kind) => kind switch
    {
        TroubleKind.Busy => Faulty("429", faults => faults.BusyFor(1000, TimeSpan.FromSeconds(1))),
        TroubleKind.Unavailable => Faulty("connection refused", faults => faults.Unavailable("connection refused")),
        TroubleKind.Refused => Faulty("the right is missing", faults => faults.Refuse("the right is missing", "Ask for the right.")),
        TroubleKind.BreaksOff => Faulty(string.Empty, faults => faults.BreakReadsAfter(1)),
        TroubleKind.AnswerLostBeforeEffect => Faulty(string.Empty, faults => faults.LoseAnswer(LostAnswer.BeforeEffect)),
        _ => Faulty(string.Empty, faults => faults.LoseAnswer(LostAnswer.AfterEffect)),
    };

    protected override IConnectedSystem Connect(SystemDefinition system) => _connector.Connect(system);

    private Trouble Faulty(string words, Action<MemoryFaults> begin) => new(words, () => begin(_world["subject"].Faults), _world["subject"].Faults.Clear);
}
