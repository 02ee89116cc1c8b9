using System.Collections.Immutable;

namespace SesamTalk.Simulation.Worlds;

/// <summary>Makes worlds: some small, some large, with every mix of what systems can do and flows say.</summary>
internal sealed class WorldGenerator(Random random, Features features)
{
    private static readonly string[] Plain = ["x", "y", "z"];
    private static readonly string[] Elements = [RowPlan.PlainElements, RowPlan.PlainElements, "k { v = v via upper + w = w }", "k { v = v + w > w }"];
    private static readonly string[] Rewritings = ["upper", "cut", "upper", "cut", "trim"];

    // What a system can do less, or otherwise, and how many in a hundred do.
    private static readonly (string Manner, int Percent)[] Manners =
    [
        ("unconditional", 30), ("no-key", 20), ("no-value", 20), ("no-idempotency", 40), ("no-modified", 35), ("no-since", 35), ("unordered", 30),
        ("external:e", 30), ("natural:m", 15),
    ];

    // Who comes first is preferred: one ranking, so that policies never contradict each other (R4).
    private ImmutableArray<string> _preferred = [];

    // The elements of lists (R11) come up in worlds of their own: the model does not know them.
    private bool _hasLists;

    // How a system lets deletes be found out (O5).
    private static readonly (string Manner, int Percent)[] DeleteManners = [("no-feed", 50), ("no-key-reads", 40)];

    /// <summary>A world.</summary>
    public WorldPlan World()
    {
        _hasLists = features.Elements && Chance(15);
        var systems = Enumerable.Range(0, Small(2, 6)).Select(SystemOf).ToImmutableArray();
        var kinds = Chance(45) ? 1 : Small(2, 4);
        var entities = systems.SelectMany(system => EntitiesOf(system, kinds)).ToImmutableArray();
        _preferred = [.. systems.Select(system => system.Name).OrderBy(_ => random.Next())];
        var flows = FlowsBetween(entities);
        return new WorldPlan(systems, SpellingLate(entities, flows), features.OnReference ? OnReference(entities, flows) : flows);
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    // The lower half most of the time: small worlds find most, and fast.
    private int Small(int least, int most) => Chance(75) ? random.Next(least, ((least + most) / 2) + 1) : random.Next(least, most + 1);

    private SystemPlan SystemOf(int number) => new($"s{number}", random.Next(4), Chance(30) ? random.Next(-500, 300) : 0);

    private IEnumerable<EntityPlan> EntitiesOf(SystemPlan system, int kinds) =>
        Enumerable.Range(0, Chance(80) ? kinds : 1).Select(number => EntityOf(system, "PQRS"[number]));

    private EntityPlan EntityOf(SystemPlan system, char name)
    {
        var keys = Chance(35) ? " [client keys]" : "";
        var x = Chance(10) ? "x!" : "x";
        var z = Chance(8) ? "z createonly" : Chance(5) ? "z readonly" : "z";
        var reference = name == 'P' ? "" : Chance(15) ? ", r! -> P" : Chance(70) ? ", r -> P" : "";
        return new EntityPlan(system.Name, $"{name}{keys}: m email, n, {x}, y, {z}, e{reference}{(_hasLists && Chance(85) ? ", l[k! + v + w]" : "")}", [.. MannersOf(system, keys.Length > 0)]);
    }

    private IEnumerable<string> MannersOf(SystemPlan system, bool takesKeys)
    {
        var manners = new List<string>();
        foreach (var (manner, percent) in features.Deletes ? Manners.Concat(DeleteManners) : Manners)
        {
            if (Chance(percent))
            {
                manners.Add(manner);
            }
        }

        if (Chance(30))
        {
            manners.Add($"batch-{random.Next(1, 4)}");
        }

        if (Chance(30))
        {
            var property = Plain[random.Next(3)];
            manners.Add($"{Rewritings[random.Next(Rewritings.Length)]}:{property}");
            if (Chance(50))
            {
                manners.Add("rewrites");
            }
        }

        // Whose clock is right and who tells times lets its rewriting be told from an edit by the next read alone (O6).
        var mayBeSilent = system.Skew >= 0 || manners.Contains("no-modified") || features.SilentWithClockBehind;
        var tells = system.Skew == 0 && !manners.Contains("no-modified") && manners.Exists(manner => Rewritings.Contains(manner.Split(':')[0]));
        if (Chance(tells ? 85 : 30) && mayBeSilent)
        {
            manners.Add("silent");
        }

        return takesKeys ? manners.Where(manner => manner != "external:e") : manners;
    }

    private ImmutableArray<FlowPlan> FlowsBetween(ImmutableArray<EntityPlan> entities)
    {
        var pairs = entities.SelectMany(one => entities.Where(other => other.System != one.System).Select(other => (one, other))).ToArray();
        random.Shuffle(pairs);
        var wanted = Small(1, 12);
        var flows = new List<FlowPlan>();
        foreach (var (source, target) in pairs.Where(pair => pair.one.Name == pair.other.Name || Chance(5)))
        {
            var twice = flows.Exists(f => (f.Source == target.Path && f.Target == source.Path) || (f.Source == source.Path && f.Target == target.Path));
            if (flows.Count < wanted && (!twice || Chance(10)))
            {
                flows.Add(FlowOf($"f{random.Next(100):00}{(char)('a' + flows.Count)}", source, target));
            }
        }

        return [.. flows];
    }

    private FlowPlan FlowOf(string name, EntityPlan source, EntityPlan target)
    {
        var create = Chance(55) ? "source" : Chance(40) ? "both" : Chance(40) ? "target" : "never";
        var flow = new FlowPlan(name, source.Path, target.Path, create, Match(), [.. RowsOf(source, target).Select(row => WithClauses(row, source, target))], Chance(80))
        {
            CreateWhen = features.CreateWhen && Chance(20) ? Chance(50) ? "n:pa,pb" : "y:-" : null,
        }.With(features.Deletes ? random.Next(100) : 100, Fixes(source, "z") || Fixes(target, "z") ? "y" : "z");
        return (flow.Propagates || flow.Archive is not null) && Chance(40) ? flow with { Rows = WithOneWay(flow.Rows, source, target) } : flow;
    }

    // D3: an edit can meet a delete without travelling towards it.
    private ImmutableArray<RowPlan> WithOneWay(ImmutableArray<RowPlan> rows, EntityPlan source, EntityPlan target) =>
        rows.LastOrDefault(row => Plain.Contains(row.Source) && Plain.Contains(row.Target)) is not { Way: "=" } row ? rows
            : rows.Replace(row, Possible(row with { Way = Chance(60) ? ">" : "<" }, source, target));

    // O6, R7: now and then the receiver of an enforced row rewrites what it is given, and nothing tells that from an edit.
    private ImmutableArray<EntityPlan> SpellingLate(ImmutableArray<EntityPlan> entities, ImmutableArray<FlowPlan> flows)
    {
        var enforced = flows.SelectMany(flow => flow.Rows.Where(row => row.Enforce && row.Of is null && row.Each is null)
            .Select(row => row.Way == ">" ? (Path: flow.Target, Property: row.Target) : (Path: flow.Source, Property: row.Source))).Where(it => Plain.Contains(it.Property)).ToList();
        if (enforced.Count == 0 || !Chance(6))
        {
            return entities;
        }

        var (path, property) = enforced[random.Next(enforced.Count)];
        return [.. entities.Select(entity => entity.Path != path ? entity : entity with
        {
            Manners = [.. entity.Manners.Where(manner => manner != "rewrites" && !Rewritings.Contains(manner.Split(':')[0])).Union(["no-modified", "silent", $"upper:{property}"])],
        })];
    }

    // C1: where records of the source's system refer to its records, and go the same way.
    private ImmutableArray<FlowPlan> OnReference(ImmutableArray<EntityPlan> entities, ImmutableArray<FlowPlan> flows)
    {
        foreach (var referring in flows.Where(flow => flow.Rows.Any(row => row.Of is not null && row.Way != "<") && Chance(90)))
        {
            var (source, target) = (Referred(entities, referring.Source), Referred(entities, referring.Target));
            var joins = flows.Where(flow => (flow.Source == source.Path && flow.Target == target.Path) || (flow.Source == target.Path && flow.Target == source.Path)).ToList();
            var asking = joins.Find(flow => flow.Source == source.Path) ?? (joins.Count == 0 ? FlowOf($"f{random.Next(100):00}{(char)('a' + flows.Length)}", source, target) : null);
            flows = asking is null ? flows : [.. flows.Where(flow => flow != asking), asking with { Create = "source", OnReference = referring.Source.Split('/')[1] }];
        }

        return flows;
    }

    private static EntityPlan Referred(ImmutableArray<EntityPlan> entities, string referring) => entities.First(entity => entity.Path == $"{referring.Split('/')[0]}/P");

    private string Match() => !Chance(80) ? "" : random.Next(10) switch
    {
        0 or 5 or 6 => "n | m",
        1 => "m | n",
        2 => "m + n",
        3 => "m + n | m",
        4 => "m except a@x.no",
        _ => "m",
    };

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

        foreach (var row in PlainRows().Select(row => Possible(row, source, target)))
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

    // A row into a property that cannot be written runs the other way only (R7): a checked set says so.
    private static RowPlan Possible(RowPlan row, EntityPlan source, EntityPlan target)
    {
        var (intoSource, intoTarget) = (!Forbids(source, row.Source), !Forbids(target, row.Target));
        return !intoTarget ? row with { Way = "<" } : !intoSource ? row with { Way = ">" } : row;
    }

    private static bool Fixes(EntityPlan entity, string property) => Forbids(entity, property) || entity.Description.Contains($"{property} createonly", StringComparison.Ordinal);

    private static bool Forbids(EntityPlan entity, string property) => entity.Description.Contains($"{property} readonly", StringComparison.Ordinal);

    private string Way() => Chance(75) ? "=" : Chance(60) ? ">" : "<";
}
