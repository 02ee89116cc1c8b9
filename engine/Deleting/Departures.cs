using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Deleting;

/// <summary>Notes that records are gone, or are there again: what was known of them stays (clause D4). The caller has a transaction open.</summary>
internal sealed class Departures(RunContext context)
{
    private readonly StateFile _state = context.State;

    /// <summary>A record is no longer there.</summary>
    public void Depart(MappedEntity entity, string key, long id)
    {
        _state.Mirror.SetGone(entity, key, id, context.Now);
        foreach (var flow in context.Set.AllFlows)
        {
            foreach (var side in Sides.Both.Where(side => flow.Entity(side) == entity))
            {
                Strike(flow, side, id);
            }
        }

        _state.DeadLetters.RemoveAll(entity.Number, id);
        Note(entity, key, id);
    }

    /// <summary>A record is there again.</summary>
    public void Return(MappedEntity entity, string key, long id)
    {
        _state.Mirror.SetGone(entity, key, id, null);
        Note(entity, key, id);
    }

    // It is marked too, so that those who were in review with it are judged anew, or it finds its counterpart.
    private void Note(MappedEntity entity, string key, long id)
    {
        _state.Fates.Add(entity.NameOf(key), entity.Number, id);
        _state.Pending.Mark(entity.NameOf(key), entity.Number, id);
    }

    private void Strike(MappedFlow flow, Side side, long id)
    {
        if (_state.Numbers.IsIndexed(flow, side))
        {
            _state.Candidates.Remove(flow, side, id);
        }

        _state.Reviews.Remove(flow, side, id);
        _state.Waiting.Remove(flow, flow.Entity(side).Number, id);
    }
}
