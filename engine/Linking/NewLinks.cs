using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>Makes links, and notes which flow does so while all flows link: a run that is killed then goes on with it (clause T4).</summary>
internal sealed class NewLinks(RunContext context, Clusters clusters)
{
    private readonly StateFile _state = context.State;
    private (MappedFlow Flow, int Turn)? _noted;

    /// <summary>Links two records that are free in a flow; the caller has a transaction open, and has asked the clusters (clause I5).</summary>
    public void Add(MappedFlow flow, long source, long target, Evidence evidence)
    {
        _state.Links.Add(flow, source, target, evidence, context.Run, Agreement.None(flow.RowCount));
        _state.Counts.CountLink(flow.Number);
        Strike(flow, Side.Source, source);
        Strike(flow, Side.Target, target);
        clusters.Join(source, target);
        context.Ledger.Count(flow, report => report with { Linked = report.Linked + 1 });
    }

    /// <summary>Notes that a flow links: in the transaction of its first link, so that it costs no commit of its own.</summary>
    public void Note(MappedFlow flow)
    {
        if (_noted != (flow, _state.Pending.Turn))
        {
            _noted = (flow, _state.Pending.Turn);
            _state.Pending.Begin(UnderWay.Linking, flow);
        }
    }

    /// <summary>All flows have linked: what is under way is noted no longer.</summary>
    public void End()
    {
        if (_state.Pending.IsUnderWay)
        {
            _state.Begin();
            _state.Pending.End();
            _state.Commit();
            _noted = null;
        }
    }

    private void Strike(MappedFlow flow, Side side, long id)
    {
        _state.Candidates.Remove(flow, side, id);
        _state.Reviews.RemoveUnresolved(flow, side, id);
        _state.Reviews.Remove(flow, side, id);
        _state.Waiting.Remove(flow, flow.Entity(side).Number, id);
    }
}
