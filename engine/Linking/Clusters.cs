using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>The clusters: the records joined by links, over all flows (clause I5).</summary>
internal sealed class Clusters(RunContext context, Flows.ClusterLimits limits)
{
    private readonly MirrorTable _mirror = context.State.Mirror;

    /// <summary>The members of the cluster that a record is in.</summary>
    public List<Member> Around(long id) => _mirror.MembersOf(_mirror.ClusterOf(id));

    /// <summary>Why two records may not be linked; none if they may (clause I5).</summary>
    public string? WhyNot(long one, long other)
    {
        var (a, b) = (_mirror.ClusterOf(one), _mirror.ClusterOf(other));
        if (a == b)
        {
            return null;
        }

        List<Member> members = [.. _mirror.MembersOf(a).Concat(_mirror.MembersOf(b)).Where(member => !member.IsGone)];
        return members.Count > limits.AtMost
            ? $"a link would make a cluster of {members.Count} records; the workspace allows {limits.AtMost}"
            : members.GroupBy(m => m.Entity).FirstOrDefault(g => g.Count() > 1 && !AllowsSeveral(g.Key)) is { } doubled
                ? $"a link would put {doubled.Count()} records of {context.State.Numbers.NameOf(doubled.Key)} into one cluster"
                : null;
    }

    /// <summary>
    /// Why the engine does not link two records by itself; none if it does. What is being created for a cluster may be there already, so
    /// nothing joins the cluster before that is known (clauses C2, C3).
    /// </summary>
    public string? WhyNotYet(long one, long other) =>
        context.State.Intents.HasAny() && _mirror.ClusterOf(one) != _mirror.ClusterOf(other)
        && (context.State.Intents.HasIn(_mirror.ClusterOf(one)) || context.State.Intents.HasIn(_mirror.ClusterOf(other)))
            ? "a record was being created for one of them when its system broke off, and it is not known yet whether this is it"
            : WhyNot(one, other);

    /// <summary>Why a cluster of these members may not get one more; none if it may (clause I5).</summary>
    public string? WhyNotGrow(List<Member> members) => members.Count >= limits.AtMost && members.Count(member => !member.IsGone) is var there && there >= limits.AtMost
        ? $"its cluster has {there} records; the workspace allows {limits.AtMost}"
        : null;

    /// <summary>Joins the clusters of two records. Whoever may be concerned is marked.</summary>
    public void Join(long one, long other)
    {
        var (a, b) = (_mirror.ClusterOf(one), _mirror.ClusterOf(other));
        var members = _mirror.MembersOf(a);
        if (a == b)
        {
            // Nobody has come to know anybody else: only the new link is to be looked at.
            context.Mark(members.Find(member => member.Id == one));
            return;
        }

        var others = _mirror.MembersOf(b);
        var (kept, moved) = members.Count > others.Count || (members.Count == others.Count && a < b) ? (a, others) : (b, members);
        moved.ForEach(member => _mirror.Move(member.Id, kept));
        members.AddRange(others);
        members.ForEach(context.Mark);
        members.ForEach(Wake);
    }

    /// <summary>
    /// Puts the members of a cluster into clusters of their own where no link joins them any longer (clause I6). Everybody who was in
    /// it is marked.
    /// </summary>
    public void Split(long cluster)
    {
        var members = _mirror.MembersOf(cluster);
        var (flows, left) = (context.State.Numbers.AllFlows(), members.ConvertAll(member => member.Id));
        while (left.Count > 0)
        {
            var part = PartOf(left[0], flows);
            left.RemoveAll(part.Contains);
            var number = part.Contains(cluster) ? cluster : part.Min();
            part.ForEach(id => _mirror.Move(id, number));
        }

        members.ForEach(context.Mark);
    }

    /// <summary>Marks those who wait for a record: there may be a counterpart now (clause R10).</summary>
    public void Wake(Member member)
    {
        if (context.State.Waiting.HasAny())
        {
            context.State.Waiting.WaitersFor(_mirror.NameOf(member.Id)).ForEach(context.Mark);
        }
    }

    private List<long> PartOf(long first, List<int> flows)
    {
        var part = new List<long> { first };
        for (var i = 0; i < part.Count; i++)
        {
            foreach (var neighbour in flows.SelectMany(flow => context.State.Links.NeighboursOf(flow, part[i])).Where(id => !part.Contains(id)).Distinct().ToList())
            {
                part.Add(neighbour);
            }
        }

        return part;
    }

    private bool AllowsSeveral(int entity) => context.State.Numbers.EntityOf(entity)?.AllowsSeveral ?? false;
}
