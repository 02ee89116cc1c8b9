using SesamTalk.Simulation.Playing;

namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 3: who is the counterpart of whom. Everything is linked before anything is created, in one canonical order (I2).</content>
internal sealed partial class Model
{
    private bool Link(List<ModelFlow> flows)
    {
        var any = false;
        for (var linked = true; linked;)
        {
            linked = false;
            flows.ForEach(flow => linked |= Link(flow));
            any |= linked;
        }

        return any;
    }

    private bool Link(ModelFlow flow)
    {
        var linked = LinkByCluster(flow);
        flow.Review.Clear();
        for (var rule = 0; rule < flow.Rules.Count; rule++)
        {
            // What one rule links may change what another finds: from the first again.
            if (LinkByRule(flow, rule))
            {
                linked = true;
                flow.Review.Clear();
                rule = -1;
            }
        }

        return linked;
    }

    // I2a: exactly one of each side that is free.
    private bool LinkByCluster(ModelFlow flow)
    {
        foreach (var source in flow.Free(true).Where(_ => !Breaks("I2")).ToList())
        {
            var cluster = Clusters().Cluster($"{flow.Source.Path}/{source}");
            if (FreeIn(cluster, flow, true).Count == 1 && FreeIn(cluster, flow, false) is [var target])
            {
                flow.Links[source] = new ModelLink(target);
                StopWaiting(flow, source, target);
                _coverage.Count("I2a linked by cluster");
                return LinkByCluster(flow) || true;
            }
        }

        return false;
    }

    private static List<string> FreeIn(List<string> cluster, ModelFlow flow, bool source) => [.. cluster
        .Where(record => record.StartsWith(flow.Entity(source).Path + "/", StringComparison.Ordinal)).Select(record => record.Split('/')[2]).Where(key => !flow.Entity(source).Mirror[key].IsGone && !flow.IsLinked(source, key))];

    // I3, I4.
    private bool LinkByRule(ModelFlow flow, int rule)
    {
        var (sources, targets) = (Carriers(flow, true, rule), Carriers(flow, false, rule));
        var pairs = new List<(string Source, string Target)>();
        foreach (var carried in sources.Where(group => targets.Contains(group.Key)).Select(group => group.Key))
        {
            var (ours, theirs) = (sources[carried].ToList(), targets[carried].ToList());
            var free = !HeldBefore(flow, true, ours[0], rule) && !HeldBefore(flow, false, theirs[0], rule);
            if (((ours.Count == 1 && theirs.Count == 1) || Breaks("I4")) && free && MayJoin(flow, ours[0], theirs[0]))
            {
                pairs.Add((ours[0], theirs[0]));
            }
            else
            {
                _coverage.Count(ours.Count + theirs.Count > 2 ? "I4 ambiguous" : free ? "I5 a cluster that may not be" : "I4 held by an earlier rule");
                Hold(flow, rule, ours, theirs);
            }
        }

        var linked = false;
        foreach (var (source, target) in pairs.OrderBy(pair => pair.Source, StringComparer.Ordinal))
        {
            if (MayJoin(flow, source, target))
            {
                flow.Links[source] = new ModelLink(target);
                StopWaiting(flow, source, target);
                _coverage.Count(rule == 0 ? "I4 linked by the first rule" : "I4 linked by a later rule");
                linked = true;
            }
            else
            {
                Hold(flow, rule, [source], [target]);
            }
        }

        return linked;
    }

    private ILookup<string, string> Carriers(ModelFlow flow, bool source, int rule) => flow.Free(source)
        .Select(key => (Key: key, Carried: (Breaks("I3") ? flow.Rules[rule] with { Except = [] } : flow.Rules[rule]).Carried(flow.Entity(source).Mirror[key]))).Where(r => r.Carried is not null).ToLookup(r => r.Carried!, r => r.Key);

    private static bool HeldBefore(ModelFlow flow, bool source, string key, int rule) => flow.Review.TryGetValue((source, key), out var by) && by < rule;

    private static void Hold(ModelFlow flow, int rule, List<string> sources, List<string> targets)
    {
        sources.ForEach(key => flow.Review.TryAdd((true, key), rule));
        targets.ForEach(key => flow.Review.TryAdd((false, key), rule));
    }

    // I5: at most one record of each entity in a cluster.
    private bool MayJoin(ModelFlow flow, string source, string target)
    {
        var clusters = Clusters();
        var both = clusters.Cluster($"{flow.Source.Path}/{source}").Union(clusters.Cluster($"{flow.Target.Path}/{target}")).Where(record => !IsGone(record)).ToList();
        return clusters.Cluster($"{flow.Source.Path}/{source}").Contains($"{flow.Target.Path}/{target}")
            || Breaks("I5") || (both.Count <= 50 && both.Select(EntityOf).Distinct().Count() == both.Count);
    }

    private Names Clusters() => new(
        _entities.Values.SelectMany(entity => entity.Mirror.Keys.Select(key => $"{entity.Path}/{key}")),
        _flows.SelectMany(flow => flow.Links.Select(link => ($"{flow.Source.Path}/{link.Key}", $"{flow.Target.Path}/{link.Value.Target}"))));

    private static string EntityOf(string record) => record[..record.LastIndexOf('/')];
}
