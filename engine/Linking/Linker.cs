using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>Finds the counterparts of records that have none: by their cluster, then by the match rules (clauses I1 to I7).</summary>
internal sealed class Linker(RunContext context, Clusters clusters, NewLinks links)
{
    private readonly StateFile _state = context.State;
    private readonly RuleJudge _judge = new(context, clusters, links);

    /// <summary>Looks at the records of some turns, flow by flow in canonical order.</summary>
    public void Link(int firstTurn, int lastTurn, IEnumerable<MappedFlow> flows)
    {
        foreach (var flow in flows)
        {
            Link(firstTurn, lastTurn, flow);
        }
    }

    private void Link(int firstTurn, int lastTurn, MappedFlow flow)
    {
        var possible = Sides.Both.All(side => _state.Counts.FreeOf(flow, side) > 0);
        foreach (var side in Sides.Both)
        {
            if (possible && flow.Rules.Length > 0 && !_state.Numbers.IsIndexed(flow, side))
            {
                ListAll(flow, side);
            }
        }

        for (var turn = firstTurn; turn <= lastTurn; turn++)
        {
            foreach (var side in Sides.Both)
            {
                LookAt(turn, flow, side, possible);
            }
        }

        // When all that changed is listed (clause I4). Also where nobody is free on one side: who was in review with them leaves it.
        _judge.Judge(flow);
    }

    private void LookAt(int turn, MappedFlow flow, Side side, bool possible)
    {
        var listed = flow.Rules.Length > 0 && _state.Numbers.IsIndexed(flow, side);
        if (!possible && !listed)
        {
            return;
        }

        foreach (var page in _state.Pending.Pages(turn, flow.Entity(side), context.BatchSize))
        {
            _state.Begin();
            foreach (var record in page.Where(record => !_state.Links.Has(flow, side, record.Id)))
            {
                if (!(possible && TryCluster(flow, side, record.Id)) && listed)
                {
                    List(flow, side, record.Id);
                }
            }

            _state.Commit();
            context.Tell(RunStage.Linking, flow.Name, page.Count);
        }
    }

    // Clause I2a: exactly one of each side that is free.
    private bool TryCluster(MappedFlow flow, Side side, long id)
    {
        var members = clusters.Around(id);
        if (members.Count == 1 || Free(flow, side, members) is not [var own] || own != id || FreeFor(flow, side.Other(), members, id) is not [var other])
        {
            return false;
        }

        var (source, target) = side == Side.Source ? (id, other) : (other, id);
        links.Note(flow);
        links.Add(flow, source, target, Evidence.Cluster);
        return true;
    }

    private List<long> Free(MappedFlow flow, Side side, List<Member> members) =>
        [.. members.Where(m => !m.IsGone && m.Entity == flow.Entity(side).Number && !_state.Links.Has(flow, side, m.Id)).Select(m => m.Id)];

    // Clause I6: whom a person unlinked from a record is none for it.
    private List<long> FreeFor(MappedFlow flow, Side side, List<Member> members, long id) =>
        Free(flow, side, members).FindAll(other => !_state.Apart.Has(id, other));

    // A side is listed from the first time on that both sides have free records: before, no rule can find anything.
    private void ListAll(MappedFlow flow, Side side)
    {
        var after = string.Empty;
        List<(string Key, long Id)> page;
        do
        {
            page = _state.Mirror.Page(flow.Entity(side), after, context.BatchSize);
            _state.Begin();
            foreach (var (key, id) in page)
            {
                after = key;
                if (!_state.Links.Has(flow, side, id))
                {
                    List(flow, side, id);
                }
            }

            _state.Commit();
        }
        while (page.Count == context.BatchSize);
        _state.Begin();
        _state.Numbers.SetIndexed(flow, side);
        _state.Commit();
    }

    private void List(MappedFlow flow, Side side, long id)
    {
        if (_state.Mirror.Load(id) is { IsGone: false } record)
        {
            _state.Candidates.Set(flow, side, id, [.. flow.Rules.Select(rule => rule.NumberOf(record.Values, side))]);
        }
    }
}
