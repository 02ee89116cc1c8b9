using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>Finds the counterparts of records that have none: by their cluster, then by the match rules (clauses I1 to I7).</summary>
internal sealed class Linker(RunContext context, Clusters clusters)
{
    private readonly StateFile _state = context.State;

    /// <summary>Looks at the records of some turns, flow by flow in canonical order.</summary>
    public void Link(int firstTurn, int lastTurn, IEnumerable<MappedFlow> flows)
    {
        foreach (var flow in flows)
        {
            Link(firstTurn, lastTurn, flow);
        }
    }

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
        Judge(flow);
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
        Add(flow, source, target, Evidence.Cluster);
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

    // The rules in order; what one of them links may change what another finds, so until nothing is left to judge.
    private void Judge(MappedFlow flow)
    {
        while (_state.Candidates.FirstTouchedRule(flow) is { } rule)
        {
            _state.Begin();
            foreach (var carried in _state.Candidates.Touched(flow, rule))
            {
                Judge(flow, flow.Rules[rule], carried);
            }

            _state.Commit();
            LinkPairs(flow, flow.Rules[rule]);
            _state.Begin();
            _state.Candidates.Untouch(flow, rule);
            _state.Commit();
        }
    }

    // Clause I4: one to one, or review, or nothing.
    private void Judge(MappedFlow flow, MappedMatchRule rule, long carried)
    {
        var (sources, targets) = _state.Candidates.Group(flow, rule.Number, carried);
        var groups = AllowedPairs.Of(sources, targets, _state.Apart).Select(group => (group, Reason: WhyInReview(flow, rule, group))).ToArray();
        var held = groups.Where(found => found.Reason is not null).SelectMany(found => MembersOf(found.group));
        Release(flow, rule, carried, [.. held]);
        foreach (var (group, reason) in groups)
        {
            Judge(flow, rule, carried, group, reason);
        }
    }

    private void Judge(MappedFlow flow, MappedMatchRule rule, long carried, CarryingGroup group, string? reason)
    {
        if (reason is null)
        {
            _state.Candidates.AddPair(_state.Mirror.NameOf(group.Sources[0]).Key, group.Sources[0], group.Targets[0]);
            return;
        }

        foreach (var (side, id) in MembersOf(group))
        {
            Hold(flow, side, id, rule, carried, reason);
        }
    }

    private static IEnumerable<(Side Side, long Id)> MembersOf(CarryingGroup group) =>
        group.Sources.Select(id => (Side.Source, id)).Concat(group.Targets.Select(id => (Side.Target, id)));

    // More than one on a side; or one that is in review by an earlier rule; or a cluster that may not be (I5).
    private string? WhyInReview(MappedFlow flow, MappedMatchRule rule, CarryingGroup group)
    {
        var (sources, targets) = group;
        var single = sources.Count == 1 && targets.Count == 1
            && !IsHeldBefore(flow, Side.Source, sources[0], rule) && !IsHeldBefore(flow, Side.Target, targets[0], rule);
        return single
            ? clusters.WhyNotYet(sources[0], targets[0])
            : $"{sources.Count} of {flow.Source} and {targets.Count} of {flow.Target} carry the same {rule.Description}";
    }

    private bool IsHeldBefore(MappedFlow flow, Side side, long id, MappedMatchRule rule) => _state.Reviews.RuleOf(flow, side, id) < rule.Number;

    private void Hold(MappedFlow flow, Side side, long id, MappedMatchRule rule, long carried, string reason)
    {
        if (!IsHeldBefore(flow, side, id, rule))
        {
            _state.Reviews.Put(flow, side, id, rule.Number, carried, reason);
        }
    }

    // Review is found anew: who is no longer in it is looked at again.
    private void Release(MappedFlow flow, MappedMatchRule rule, long carried, HashSet<(Side, long)> still)
    {
        foreach (var (side, id) in _state.Reviews.Group(flow, rule.Number, carried).Where(held => !still.Contains(held)))
        {
            _state.Reviews.Remove(flow, side, id);
            context.Mark(new Member(id, flow.Entity(side).Number));
        }
    }

    private void LinkPairs(MappedFlow flow, MappedMatchRule rule)
    {
        foreach (var page in _state.Candidates.TakePairs(context.BatchSize))
        {
            _state.Begin();
            page.ForEach(pair => LinkPair(flow, rule, pair));
            _state.Commit();
        }
    }

    private void LinkPair(MappedFlow flow, MappedMatchRule rule, FoundPair pair)
    {
        var (source, target) = (_state.Mirror.Load(pair.Source), _state.Mirror.Load(pair.Target));
        if (!rule.Matches(source.Values, target.Values))
        {
            return;
        }

        if (clusters.WhyNotYet(source.Id, target.Id) is { } reason)
        {
            var carried = rule.NumberOf(source.Values, Side.Source)!.Value;
            Hold(flow, Side.Source, source.Id, rule, carried, reason);
            Hold(flow, Side.Target, target.Id, rule, carried, reason);
            return;
        }

        Add(flow, source.Id, target.Id, Evidence.Rule(rule.Description));
    }

    private void Strike(MappedFlow flow, Side side, long id)
    {
        _state.Candidates.Remove(flow, side, id);
        _state.Reviews.RemoveUnresolved(flow, side, id);
        _state.Reviews.Remove(flow, side, id);
        _state.Waiting.Remove(flow, flow.Entity(side).Number, id);
    }
}
