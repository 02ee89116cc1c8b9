using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>Judges whom the match rules of a flow find: one to one is linked, and what is not stands in review (clause I4).</summary>
internal sealed class RuleJudge(RunContext context, Clusters clusters, NewLinks links)
{
    private readonly StateFile _state = context.State;

    /// <summary>The rules in order; what one of them links may change what another finds, so until nothing is left to judge.</summary>
    public void Judge(MappedFlow flow)
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

        links.Note(flow);
        links.Add(flow, source.Id, target.Id, Evidence.Rule(rule.Description));
    }
}
