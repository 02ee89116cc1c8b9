using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Deleting;

/// <summary>
/// A record takes the place of one that is gone (clauses D3, D4): it takes over its links, those that have ended too, and what is being
/// made for it (clause C3), and the other leaves the cluster. So a cluster never holds both, even if the other comes back (clause I5).
/// The caller has a transaction open.
/// </summary>
internal sealed class Succession(RunContext context, Clusters clusters)
{
    private readonly StateFile _state = context.State;

    /// <summary>Lets one record take the place of another of its entity.</summary>
    /// <returns>Whether the other has left the cluster; not while a create is under way in it, because that names the cluster (clause C2).</returns>
    public bool Take(MappedEntity entity, long left, long successor)
    {
        foreach (var flow in context.Set.AllFlows)
        {
            foreach (var side in Sides.Both.Where(side => flow.Entity(side) == entity))
            {
                _state.Reviews.RemoveUnresolved(flow, side, left);
                if (_state.Links.Find(flow, side, left) is { } link)
                {
                    Take(flow, side, link, successor);
                }
            }
        }

        var cluster = _state.Mirror.ClusterOf(left);
        if (_state.Intents.HasIn(cluster))
        {
            _state.Intents.HandOver(left, successor);
            return false;
        }

        clusters.Split(cluster);
        return true;
    }

    // Where the successor is linked already, there is nothing to take over (clause I1).
    private void Take(MappedFlow flow, Side side, StoredLink link, long successor)
    {
        var counterpart = link[side.Other()];
        LookAgainAt(flow, side, counterpart, successor);
        if (_state.Links.Has(flow, side, successor))
        {
            _state.Links.Remove(flow.Number, link.Source, link.Target);
            _state.Counts.UncountLink(flow.Number, link.State);
            return;
        }

        var isGone = _state.Mirror.Load(counterpart).IsGone;
        _state.Links.Renew(flow, side.Other(), counterpart, successor, Evidence.Cluster, context.Run, Agreement.None(flow.RowCount));
        _state.Counts.CountEnded(flow.Number, (isGone ? 1 : 0) - (link.State == LinkState.Held ? 0 : 1));
        if (isGone)
        {
            _state.Links.SetState(flow, side == Side.Source ? successor : counterpart, LinkState.Ended, context.Run);
        }
    }

    // R5: a link that is taken over has agreed on nothing, and a counterpart that has lost its link may get another.
    private void LookAgainAt(MappedFlow flow, Side side, long counterpart, long successor)
    {
        context.Mark(new Member(successor, flow.Entity(side).Number));
        context.Mark(new Member(counterpart, flow.Entity(side.Other()).Number));
    }
}
