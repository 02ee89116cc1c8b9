using System.Collections.Immutable;

namespace SesamTalk.Simulation.Worlds;

/// <summary>Makes worlds: some small, some large, with every mix of what systems can do and flows say.</summary>
internal sealed partial class WorldGenerator(Random random, Features features)
{
    private static readonly string[] Plain = ["x", "y", "z"];
    private static readonly string[] Rewritings = ["upper", "cut", "upper", "cut", "trim"];

    // What a system can do less, or otherwise, and how many in a hundred do.
    private static readonly (string Manner, int Percent)[] Manners =
    [
        ("unconditional", 30), ("no-key", 20), ("no-value", 20), ("no-idempotency", 40), ("no-modified", 35), ("no-since", 35), ("unordered", 30),
        ("external:e", 30), ("natural:m", 15),
    ];

    // Who comes first is preferred: one ranking, so that policies never contradict each other (R4).
    private ImmutableArray<string> _preferred = [];

    // The elements of lists (R11) come up in worlds that are full of them.
    private bool _hasLists;

    // And so do those that select elements (R9).
    private bool _selects;

    // How a system lets deletes be found out (O5).
    private static readonly (string Manner, int Percent)[] DeleteManners = [("no-feed", 50), ("no-key-reads", 40)];

    /// <summary>A world.</summary>
    public WorldPlan World()
    {
        _hasLists = features.Elements && Chance(20);
        _selects = features.Selectors && Chance(25);
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
        var entity = new EntityPlan(system.Name, $"{name}{keys}: m email, n, {x}, y, {z}, e{reference}{(_hasLists && Chance(85) ? ", l[k! + v + w]" : "")}", [.. MannersOf(system, keys.Length > 0)]);
        return Listing(TellingKeys(entity));
    }

    // A system that never tells which keys it gave to the elements of a new list lets nobody write them again before the next read.
    private static EntityPlan TellingKeys(EntityPlan entity) =>
        entity.HasList && entity.Is("silent") ? entity with { Manners = [.. entity.Manners.Where(manner => manner != "no-key")] } : entity;

    // What is put into a list is put into it as it stands: a checked set selects only where records can be looked up.
    private EntityPlan Listing(EntityPlan entity)
    {
        var free = Plain.Where(property => entity.Description.Contains($" {property},", StringComparison.Ordinal) && entity.Rewriting(property) is null);
        return _selects && !entity.Is("no-key") ? entity with { Manners = [.. entity.Manners, .. free.Where(_ => Chance(40)).Select(property => $"{EntityPlan.ListedAs}{property}")] } : entity;
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
        return flow.PassesOn && Chance(40) ? flow with { Rows = WithOneWay(flow.Rows, source, target) } : flow;
    }

    // O6, R7: now and then the receiver of an enforced row rewrites what it is given, and nothing tells that from an edit.
    private ImmutableArray<EntityPlan> SpellingLate(ImmutableArray<EntityPlan> entities, ImmutableArray<FlowPlan> flows)
    {
        var enforced = flows.SelectMany(flow => flow.Rows.Where(row => row.Enforce && row.Of is null && row.Each is null)
            .Select(row => row.Way == ">" ? (Path: flow.Target, Property: row.Target) : (Path: flow.Source, Property: row.Source)))
            .Where(it => Plain.Contains(it.Property) && !entities.First(entity => entity.Path == it.Path).IsListed(it.Property)).ToList();
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
}
