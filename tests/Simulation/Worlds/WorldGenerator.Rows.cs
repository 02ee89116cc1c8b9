using System.Collections.Immutable;

namespace SesamTalk.Simulation.Worlds;

/// <content>The rows of a flow.</content>
internal sealed partial class WorldGenerator
{
    private static readonly string[] Elements = [RowPlan.PlainElements, RowPlan.PlainElements, "k { v = v via upper + w = w }", "k { v = v + w > w }"];

    private IEnumerable<RowPlan> RowsOf(EntityPlan source, EntityPlan target)
    {
        if (Chance(85))
        {
            yield return new RowPlan("m", "=", "m");
        }

        if (Chance(50))
        {
            yield return new RowPlan("n", "=", "n");
        }

        if (source.Description.Contains("-> P", StringComparison.Ordinal) && target.Description.Contains("-> P", StringComparison.Ordinal) && Chance(85))
        {
            yield return new RowPlan("r", Way(), "r", Of: "P P");
        }

        if (source.HasList && target.HasList && Chance(90))
        {
            yield return new RowPlan("l", Way(), "l") { Each = Elements[random.Next(Elements.Length)] };
        }

        foreach (var row in PlainRows().Where(row => !Forbids(source, row.Source) || !Forbids(target, row.Target)).Select(row => Possible(row, source, target)))
        {
            yield return row;
        }
    }

    private List<RowPlan> PlainRows()
    {
        var rows = new List<RowPlan>();
        foreach (var property in Plain.Where(_ => Chance(80)))
        {
            var target = Chance(85) ? property : Plain[random.Next(3)];
            if (rows.TrueForAll(row => row.Target != target))
            {
                rows.Add(new RowPlan(property, Way(), target, Chance(15) ? "upper" : Chance(10) ? "cut3" : null));
            }
        }

        for (var more = features.SeveralRows && Chance(30) ? random.Next(1, 3) : 0; more > 0; more--)
        {
            rows.Insert(random.Next(rows.Count + 1), new RowPlan(Plain[random.Next(3)], Way(), Plain[random.Next(3)], Chance(15) ? "upper" : Chance(10) ? "cut3" : null));
        }

        // Two rows that map the same two properties are told apart by their conditions only.
        return [.. rows.DistinctBy(row => (row.Source, row.Target))];
    }

    private RowPlan WithClauses(RowPlan row, EntityPlan source, EntityPlan target)
    {
        if (row.Each is not null)
        {
            return features.Policies && Chance(25) && Policy(source, target) is not "review" and var preferred ? row with { Conflict = preferred } : row;
        }

        row = features.Conditions && Chance(15) ? Chance(60) ? row with { If = Test() } : row with { IfTarget = Test() } : row;
        row = features.Policies && Chance(35) ? row with { Conflict = Policy(source, target) } : row;
        row = features.OnLink && Chance(20) ? row with { OnLink = Chance(40) ? "source" : Chance(60) ? "target" : Chance(60) ? "review" : "latest" } : row;
        var receiver = row.Way == ">" ? (target, row.Target) : (source, row.Source);
        return features.Enforcing && row.Way != "=" && Chance(40) && !Fixes(receiver.Item1, receiver.Item2) ? row with { Enforce = true } : row;
    }

    private string Test() => Chance(60) ? Chance(60) ? "n in pa,pb" : "n in -,pc" : $"{Plain[random.Next(3)]} in -";

    private string Policy(EntityPlan source, EntityPlan target) => Chance(30) ? "review"
        : _preferred.IndexOf(source.System) < _preferred.IndexOf(target.System) ? "source" : "target";

    // A row into a property that cannot be written runs the other way only (R7): a checked set says so, and has none between two of them.
    private static RowPlan Possible(RowPlan row, EntityPlan source, EntityPlan target)
    {
        var (intoSource, intoTarget) = (!Forbids(source, row.Source), !Forbids(target, row.Target));
        return !intoTarget ? row with { Way = "<" } : !intoSource ? row with { Way = ">" } : row;
    }

    private static bool Fixes(EntityPlan entity, string property) => Forbids(entity, property) || entity.Description.Contains($"{property} createonly", StringComparison.Ordinal);

    private static bool Forbids(EntityPlan entity, string property) => entity.Description.Contains($"{property} readonly", StringComparison.Ordinal);

    private string Way() => Chance(75) ? "=" : Chance(60) ? ">" : "<";

    // D3: an edit can meet a delete without travelling towards it.
    private ImmutableArray<RowPlan> WithOneWay(ImmutableArray<RowPlan> rows, EntityPlan source, EntityPlan target) =>
        rows.LastOrDefault(row => Plain.Contains(row.Source) && Plain.Contains(row.Target)) is not { Way: "=" } row ? rows
            : rows.Replace(row, Possible(row with { Way = Chance(60) ? ">" : "<" }, source, target));
}
