using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Reference;

/// <summary>An order of stamps (R4): that of R3, or later generation and preferred system before it.</summary>
internal sealed record ModelOrder(IReadOnlyDictionary<string, int>? Ranking)
{
    public bool Beats(ModelStamp one, ModelStamp other)
    {
        if (Ranking is null)
        {
            return one.Beats(other);
        }

        var (ours, theirs) = (RankOf(one), RankOf(other));
        return one.Generation != other.Generation ? one.Generation > other.Generation
            : ours != theirs ? ours > theirs
            : one.Beats(other);
    }

    private int RankOf(ModelStamp stamp) => Ranking!.GetValueOrDefault(stamp.Origin.Split('/')[0]);
}

/// <summary>One order for all rows that hold one another's values (R4).</summary>
internal sealed class ModelOrders(WorldPlan world)
{
    public ModelOrder Of(FlowPlan flow, RowPlan row)
    {
        HashSet<string> shared = [$"{flow.Source} {row.Source}"];
        List<(FlowPlan Flow, RowPlan Row)> rows = [];
        for (var before = -1; before != shared.Count;)
        {
            before = shared.Count;
            rows = [.. world.Flows.SelectMany(f => f.Rows.Select(r => (f, r))).Where(it => shared.Contains($"{it.f.Source} {it.r.Source}") || shared.Contains($"{it.f.Target} {it.r.Target}"))];
            shared.UnionWith(rows.SelectMany(it => new[] { $"{it.Flow.Source} {it.Row.Source}", $"{it.Flow.Target} {it.Row.Target}" }));
        }

        List<(string Preferred, string Other)> stated = [.. rows.Where(it => it.Row.Conflict is "source" or "target").Select(Stated)];
        return new ModelOrder(stated.Count == 0 ? null : stated.SelectMany(s => new[] { s.Preferred, s.Other }).Distinct().ToDictionary(s => s, s => Height(s, stated), StringComparer.Ordinal));
    }

    private static (string Preferred, string Other) Stated((FlowPlan Flow, RowPlan Row) it)
    {
        var (source, target) = (it.Flow.Source.Split('/')[0], it.Flow.Target.Split('/')[0]);
        return it.Row.Conflict == "source" ? (source, target) : (target, source);
    }

    private static int Height(string system, List<(string Preferred, string Other)> stated) =>
        1 + stated.Where(s => s.Preferred == system).Select(s => Height(s.Other, stated)).DefaultIfEmpty(0).Max();
}
