using System.Collections.Immutable;

namespace SesamTalk.Simulation.Worlds;

/// <summary>A world as it is planned: what a history begins with. Plain data, so that it can be printed, read back and shrunk.</summary>
/// <param name="Systems">The systems.</param>
/// <param name="Entities">Their entities.</param>
/// <param name="Flows">The flows.</param>
internal sealed record WorldPlan(ImmutableArray<SystemPlan> Systems, ImmutableArray<EntityPlan> Entities, ImmutableArray<FlowPlan> Flows)
{
    /// <summary>The entity of that path, <c>system/entity</c>.</summary>
    public EntityPlan Entity(string path) => Entities.First(entity => entity.Path == path);

    /// <summary>
    /// Whether a system rewrites values, says so nowhere and gives nothing to tell its rewriting from an edit (clause O6): what it made of
    /// a value is then taken for an edit by the next read.
    /// </summary>
    public bool SpellsLate => Entities.Any(SpellsItLate);

    /// <summary>How many entities do: what one of them made of a value is seen by the next read, and what the next one makes of that, by the one after it.</summary>
    public int LateSpellers => Entities.Count(SpellsItLate);

    /// <summary>
    /// Whether an edit may come into a property that several rows give, and into one of their sources by another way than through them: it
    /// then depends on which comes first, whether it also goes back into the first source (clause T3 leaves that open).
    /// </summary>
    public bool LetsSourcesOvertake => Flows.Any(flow => flow.Rows
        .Where(row => row.Way != ">")
        .GroupBy(row => row.Target)
        .Any(group => group.Select(row => row.Source).Distinct().Count() > 1 && SharedWith(flow.Target, group.Key, [.. group]) is var shared
            && group.Any(row => shared.Contains((flow.Source, row.Source)))));

    /// <summary>Whether an enforced row writes a property (clause R7).</summary>
    public bool IsEnforcedOn(string entity, string property) => Flows.Any(flow => flow.Rows.Any(row => row.Enforce
        && (row.Way == ">" ? flow.Target == entity && row.Target == property : flow.Source == entity && row.Source == property)));

    /// <summary>Whether flows pair the elements of lists (clause R11).</summary>
    public bool HasLists => Flows.Any(flow => flow.Rows.Any(row => row.Each is not null));

    /// <summary>
    /// Whether two properties of one record hold the same value by way of others, in a system that rewrites in silence: a save that changes
    /// one of them after the engine has written the other looks like one edit of both, and one edit agrees with itself (R2, T3).
    /// </summary>
    public bool TakesTwoForOne => Entities.Where(entity => entity.Rewrites && entity.Is("silent")).Any(entity =>
        MappedOf(entity.Path).Any(property => SharedWith(entity.Path, property, []).Count(other => other.Entity == entity.Path) > 1));

    /// <summary>The properties of an entity that any flow maps, asks for or matches by: all that the engine reads.</summary>
    public IEnumerable<string> MappedOf(string entity) => Flows
        .Where(flow => flow.Source == entity || flow.Target == entity)
        .SelectMany(flow => flow.Rows.SelectMany(row => flow.Source == entity ? Asked(row.If).Append(row.Source) : Asked(row.IfTarget).Append(row.Target))
            .Concat(flow.Source == entity ? Asked(flow.CreateWhen) : [])
            .Concat(Asked(flow.Archive))
            .Concat(flow.Match.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(rule => rule.Split(" except ")[0].Split('+', StringSplitOptions.TrimEntries))))
        .Distinct();

    /// <summary>Whether what is gone from an entity is found (clause O5): by a feed, a complete read, or because a flow passes deletes on.</summary>
    public bool FindsDeletes(string entity) => Entity(entity).Is("no-since") || !Entity(entity).Is("no-feed")
        || Flows.Any(flow => flow.PassesOn && (flow.Source == entity || flow.Target == entity));

    /// <summary>What holds the same values as a property, by way of any rows.</summary>
    public IEnumerable<(string Entity, string Property)> SharedWith(string entity, string property) => SharedWith(entity, property, []);

    private bool SpellsItLate(EntityPlan entity) => entity.Rewrites && entity.Is("silent")
        && (entity.Is("no-modified") || System(entity.System).Skew > 0) && !(entity.Is("rewrites") && !entity.Is("no-key"));

    // By way of other rows than these.
    private HashSet<(string Entity, string Property)> SharedWith(string entity, string property, RowPlan[] but)
    {
        HashSet<(string, string)> shared = [(entity, property)];
        var pairs = Flows.SelectMany(flow => flow.Rows.Where(row => !but.Any(other => ReferenceEquals(row, other))).Select(row => (One: (flow.Source, row.Source), Other: (flow.Target, row.Target)))).ToList();
        for (var before = 0; before != shared.Count;)
        {
            before = shared.Count;
            pairs.ForEach(pair => shared.UnionWith(shared.Contains(pair.One) || shared.Contains(pair.Other) ? [pair.One, pair.Other] : []));
        }

        return shared;
    }

    private static IEnumerable<string> Asked(string? test) => test is null ? [] : [test.Split(' ', ':')[0]];

    /// <summary>The system of that name.</summary>
    public SystemPlan System(string name) => Systems.First(system => system.Name == name);
}

/// <summary>A system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Skew">How many seconds its clock is ahead.</param>
internal sealed record SystemPlan(string Name, int Rank, int Skew);

/// <summary>An entity.</summary>
/// <param name="System">Its system.</param>
/// <param name="Description">What it looks like, in the short form of the test kit.</param>
/// <param name="Manners">How it behaves: <c>silent</c>, <c>no-modified</c>, <c>upper:x</c> and the like.</param>
internal sealed record EntityPlan(string System, string Description, ImmutableArray<string> Manners)
{
    /// <summary>What the manner of an entity begins with that lists a property.</summary>
    public const string ListedAs = "listed-";

    /// <summary>Its name.</summary>
    public string Name => Description[..Description.IndexOfAny([' ', ':'])];

    /// <summary>Its name in the world.</summary>
    public string Path => $"{System}/{Name}";

    /// <summary>Whether it has a manner.</summary>
    public bool Is(string manner) => Manners.Contains(manner);

    /// <summary>What it makes of a value of a property that it is given (clause O6).</summary>
    public string? Rewriting(string property) => Manners.FirstOrDefault(manner => manner.EndsWith($":{property}", StringComparison.Ordinal))?.Split(':')[0];

    /// <summary>The properties of which it makes something else.</summary>
    public IEnumerable<string> Rewritten => Manners.Select(manner => manner.Split(':')).Where(it => it[0] is "upper" or "cut" or "trim").Select(it => it[1]);

    /// <summary>Whether its records have a list of elements, <c>l</c>.</summary>
    public bool HasList => Description.Contains(" l[", StringComparison.Ordinal);

    /// <summary>The properties that stand in elements of another list (clause R9).</summary>
    public IEnumerable<string> Listed => Manners.Where(manner => manner.StartsWith(ListedAs, StringComparison.Ordinal)).Select(manner => manner[ListedAs.Length..]);

    /// <summary>Whether a property does.</summary>
    public bool IsListed(string property) => Is($"{ListedAs}{property}");

    /// <summary>Whether it makes something else of any value.</summary>
    public bool Rewrites => Rewritten.Any();
}

/// <summary>A flow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The source entity.</param>
/// <param name="Target">The target entity.</param>
/// <param name="Create">Whom it creates for: <c>source</c>, <c>target</c>, <c>both</c>, <c>never</c>.</param>
/// <param name="Match">Its match rules, in the short form of the test kit.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="AcceptsDuplicates">Whether it may double records (clause G3).</param>
internal sealed record FlowPlan(string Name, string Source, string Target, string Create, string Match, ImmutableArray<RowPlan> Rows, bool AcceptsDuplicates)
{
    /// <summary>What a source must be like to get a counterpart, <c>n:pa,pb</c> (clause C1); none where any is good.</summary>
    public string? CreateWhen { get; init; }

    /// <summary>Whose references let it create, the name of an entity of the source's system (clause C1); none where it does not ask.</summary>
    public string? OnReference { get; init; }

    /// <summary>Whether it passes deletes on (clause D1).</summary>
    public bool Propagates { get; init; }

    /// <summary>What the counterpart of a record that is gone is given, <c>z:Gone</c> (clause D1); none where it is not archived.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether the delete of a record is more than the end of its link.</summary>
    public bool PassesOn => Propagates || Archive is not null;

    /// <summary>With what is done with counterparts of records that are gone: of a hundred, 34 pass deletes on and 20 archive.</summary>
    public FlowPlan With(int chance, string archived) => chance < 34 ? this with { Propagates = true } : chance < 54 ? this with { Archive = $"{archived}:Gone" } : this;

    /// <summary>All that is said of creating and deleting, in words.</summary>
    public string Words => Create + (AcceptsDuplicates ? " duplicates" : "") + (CreateWhen is null ? "" : $" when={CreateWhen}") + (OnReference is null ? "" : $" onref={OnReference}") + (Propagates ? " propagate" : "") + (Archive is null ? "" : $" archive={Archive}");
}
