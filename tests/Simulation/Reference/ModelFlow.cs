using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Reference;

/// <summary>A flow and its links.</summary>
internal sealed class ModelFlow(FlowPlan plan, ModelOrders orders, ModelEntity source, ModelEntity target)
{
    private IReadOnlyList<ModelGroup>? _groups;

    public FlowPlan Plan { get; } = plan;

    public string Name => Plan.Name;

    public ModelEntity Source { get; } = source;

    public ModelEntity Target { get; } = target;

    public IReadOnlyList<ModelRow> Rows { get; } = [.. plan.Rows.Select((row, number) => new ModelRow(row, number, orders.Of(plan, row), source, target))];

    /// <summary>The rows by the property of the target that they give (R8); a row that runs only back stands alone.</summary>
    public IReadOnlyList<ModelGroup> Groups => _groups ??= [.. Rows.GroupBy(row => row.RunsToTarget ? row.Target : $"< {row.Number}").Select(rows => new ModelGroup([.. rows]))];

    /// <summary>What a source must be like to get a counterpart (C1).</summary>
    public ModelTest? CreateWhen { get; } = plan.CreateWhen is { } when ? ModelTest.Read(when.Split(':')) : null;

    public IReadOnlyList<ModelRule> Rules { get; } = [.. plan.Match.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ModelRule.Read)];

    /// <summary>The links, by the key of the source.</summary>
    public SortedDictionary<string, ModelLink> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Who is in review, and by which rule (I4).</summary>
    public Dictionary<(bool Source, string Key), int> Review { get; } = [];

    /// <summary>Whether it ever ran (G3).</summary>
    public bool HasRun { get; set; }

    /// <summary>Whether it may change a property in a record that is there.</summary>
    public bool MayChange(ModelEntity entity, string property, ModelGroup? but = null) => (entity == Source || entity == Target) && Archives(property)
        || Rows.Except(but?.Rows ?? []).Any(row => (entity == Source && row.UpdatesSource && row.Source == property) || (entity == Target && row.UpdatesTarget && row.Target == property));

    private bool Archives(string property) => Plan.Archive?.Split(':')[0] == property;

    public ModelEntity Entity(bool source) => source ? Source : Target;

    private bool Makes(string entity) => (CreatesFor(true) && Target.Path == entity) || (CreatesFor(false) && Source.Path == entity);

    public bool CreatesFor(bool source) => Plan.Create == "both" || Plan.Create == (source ? "source" : "target");

    public bool IsLinked(bool source, string key) => source ? Links.ContainsKey(key) : Links.Values.Any(link => link.Target == key);

    /// <summary>Whether one of its rows refers to what another flow makes.</summary>
    public bool RefersTo(ModelFlow other) => Plan.Rows.Select(row => row.Of?.Split(' ')).OfType<string[]>()
        .Any(of => other.Makes($"{Source.Plan.System}/{of[0]}") || other.Makes($"{Target.Plan.System}/{of[1]}"));

    public IEnumerable<string> Free(bool source) => Entity(source).Mirror.Where(record => !record.Value.IsGone && !IsLinked(source, record.Key)).Select(record => record.Key);

    /// <summary>The link of a record, and the key of its counterpart.</summary>
    public (ModelLink Link, string Other)? Find(bool source, string key)
    {
        if (source)
        {
            return Links.TryGetValue(key, out var link) ? (link, link.Target) : null;
        }

        var found = Links.FirstOrDefault(link => link.Value.Target == key);
        return found.Key is null ? null : (found.Value, found.Key);
    }

    /// <summary>The records whose counterparts are to be made again (D3).</summary>
    public IEnumerable<string> Renewing(bool source) => Links.Where(link => link.Value.State == ModelLinkState.Renewing)
        .Select(link => source ? link.Key : link.Value.Target).Where(key => !Entity(source).Mirror[key].IsGone);

    public void Remove(ModelBrokenLink link) => Links.Remove(link.GoneIsSource ? link.GoneKey : link.LeftKey);

    /// <summary>Links a record with another.</summary>
    public void Add(bool source, string key, ModelLink link, string other) => Links.Add(source ? key : other, source ? link with { Target = other } : link with { Target = key });
}

/// <summary>A link, and on which edits each of its rows last agreed.</summary>
internal sealed record ModelLink(string Target)
{
    public ModelLinkState State { get; set; }

    public Dictionary<int, (ModelStamp Source, ModelStamp Target)> Agreed { get; } = [];

    /// <summary>The same for the elements of its lists, by their keys (R11).</summary>
    public Dictionary<string, Dictionary<int, (ModelStamp Source, ModelStamp Target)>> Elements { get; } = new(StringComparer.Ordinal);
}

/// <summary>A match rule: its properties, and the values that never match (I3).</summary>
internal sealed record ModelRule(IReadOnlyList<string> Properties, IReadOnlyList<string> Except)
{
    public static ModelRule Read(string text)
    {
        var parts = text.Split(" except ");
        return new ModelRule(parts[0].Split('+', StringSplitOptions.TrimEntries), parts.Length > 1 ? [.. parts[1].Split(',').Select(v => v.ToUpperInvariant())] : []);
    }

    /// <summary>What a record carries; none where a value is missing or excepted.</summary>
    public string? Carried(ModelMirror record)
    {
        string?[] values = [.. Properties.Select(property => Canonical.Of(property, record.Values[property]))];
        return values.Any(value => value is null || Except.Contains(value.ToUpperInvariant())) ? null : string.Join('\n', values);
    }
}
