using System.Collections.Frozen;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Running;

/// <summary>Who waits for whom (clauses C4, R10). Who is made only when somebody refers to it is looked at as soon as somebody does (clause C1).</summary>
internal sealed class Waits(RunContext context)
{
    private readonly StateFile _state = context.State;
    private readonly FrozenDictionary<string, MappedFlow[]> _onReference = context.Set.Flows
        .Where(flow => !flow.Flow.CreateOnReference.IsEmpty)
        .GroupBy(flow => flow.Source.Name)
        .ToFrozenDictionary(flows => flows.Key, flows => flows.ToArray(), StringComparer.Ordinal);

    /// <summary>Notes that a record, or one row of it, waits.</summary>
    public void Put(MappedFlow flow, int entity, long id, int row, RecordName? awaited, string reason)
    {
        _state.Waiting.Put(flow, entity, id, row, awaited, reason);
        if (awaited is { } name && _onReference.TryGetValue(name.Entity, out var makers) && _state.Mirror.Find(makers[0].Source, name.Key) is { } known
            && makers.Any(maker => !_state.Links.Has(maker, Side.Source, known.Id)))
        {
            context.Mark(new Member(known.Id, makers[0].Source.Number));
        }
    }

    /// <summary>Whether a flow may make a counterpart of a source record: always, or when a record that is synchronised into the same system refers to it.</summary>
    public bool Allow(MappedFlow flow, RecordName source) => flow.Flow.CreateOnReference.IsEmpty
        || _state.Waiting.FlowsAwaiting(source).Any(waiter => IsReferrer(flow, context.Set.FlowOf(waiter)));

    private static bool IsReferrer(MappedFlow flow, MappedFlow waiter) =>
        waiter.Target.System == flow.Target.System
        && waiter.Source.System == flow.Source.System
        && flow.Flow.CreateOnReference.Contains(waiter.Source.Description.Name);
}
