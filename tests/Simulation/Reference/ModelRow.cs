using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Reference;

/// <summary>A row.</summary>
internal sealed class ModelRow(RowPlan plan, int number, ModelOrder order, ModelEntity source, ModelEntity target)
{
    public int Number { get; } = number;

    public string Source { get; } = plan.Source;

    public string Target { get; } = plan.Target;

    public bool IsReference { get; } = plan.Of is not null;

    public bool RunsToTarget { get; } = plan.Way != "<";

    public bool RunsToSource { get; } = plan.Way != ">";

    public bool UpdatesTarget => RunsToTarget && target.CanUpdate(Target);

    public bool UpdatesSource => RunsToSource && source.CanUpdate(Source);

    /// <summary>Which of two edits wins (R3, R4).</summary>
    public ModelOrder Order { get; } = order;

    public string Policy { get; } = plan.Conflict ?? "latest";

    /// <summary>Whether it may hold a conflict for a person (R4).</summary>
    public bool IsUnderReview => UpdatesSource && UpdatesTarget && Policy == "review";

    /// <summary>Whether it may hold two values that differ on a new link (R5); what is held of references was there when the link was made.</summary>
    public bool IsUnderReviewAtFirst => UpdatesSource && UpdatesTarget && !IsReference && (OnLink ?? Policy) == "review";

    /// <summary>Whether it lets one side win on a new link, whatever its stamp (R5).</summary>
    public bool PrefersASideAtFirst => UpdatesSource && UpdatesTarget && !HasElements && OnLink is "source" or "target";

    /// <summary>What is done where two values differ on a new link, if the row says so (R5).</summary>
    public string? OnLink { get; } = plan.OnLink;

    /// <summary>Whether edits on the receiving side do not count (R7).</summary>
    public bool Enforces { get; } = plan.Enforce;

    /// <summary>What the source must be like for the row to count (R9).</summary>
    public ModelTest? If { get; } = ModelTest.Read(plan.If?.Split(" in "));

    /// <summary>What the target must be like.</summary>
    public ModelTest? IfTarget { get; } = ModelTest.Read(plan.IfTarget?.Split(" in "));

    /// <summary>Whether it pairs the elements of two lists (R11).</summary>
    public bool HasElements { get; } = plan.Each is not null;

    /// <summary>The rows of an element: its key, and those within the braces. A row of both ways goes the way of the list.</summary>
    public List<ModelRow> OfElement(string key) => [.. plan.Each!.Split('{', '}')[1].Split('+').Select(text => RowPlan.Read(text.Trim())).Prepend(new RowPlan("k", "=", "k"))
        .Select((row, place) => new ModelRow(
            row with { Source = ModelElements.Place(key, row.Source), Target = ModelElements.Place(key, row.Target), Way = row.Way == "=" ? plan.Way : row.Way, Conflict = plan.Conflict },
            FirstOfElement + place, Order, source, target))];

    // Apart from the numbers of the rows of records.
    private const int FirstOfElement = 1000;

    public bool Counts(IReadOnlyDictionary<string, string?> source, IReadOnlyDictionary<string, string?> target) =>
        (If?.Holds(source) ?? true) && (IfTarget?.Holds(target) ?? true);

    public string? Get(string? value) => value is null ? null : plan.Conversion switch
    {
        "upper" => value.ToUpperInvariant(),
        "cut3" => value.Length > 3 ? value[..3] : value,
        _ => value,
    };

    /// <summary>The way back: a source that already stands for the target stays.</summary>
    public string? Put(string? targetValue, string? sourceValue) =>
        Canonical.Same(Target, Get(sourceValue), targetValue) ? sourceValue : targetValue;
}

/// <summary>A condition: the property has one of the values; a dash is no value.</summary>
internal sealed record ModelTest(string Property, IReadOnlyList<string> Values)
{
    public static ModelTest? Read(string[]? parts) => parts is null ? null : new ModelTest(parts[0], parts[1].Split(','));

    public bool Holds(IReadOnlyDictionary<string, string?> values) => Values.Contains(Canonical.Of(Property, values.GetValueOrDefault(Property)) ?? "-");
}

/// <summary>The rows of a flow that give one property of the target, in the order of the file (R8).</summary>
internal sealed record ModelGroup(IReadOnlyList<ModelRow> Rows)
{
    public int Number => Rows[0].Number;

    /// <summary>The source properties whose generations count together (O3).</summary>
    public IEnumerable<string> SourceProperties => Rows.SelectMany(row => row.If is null ? [row.Source] : new[] { row.Source, row.If.Property });

    /// <summary>The properties that the conditions of its rows ask, on a side.</summary>
    public IEnumerable<string> Asked(bool source) => Rows.Select(row => source ? row.If : row.IfTarget).OfType<ModelTest>().Select(test => test.Property);

    public bool Asks(bool source) => Asked(source).Any();

    /// <summary>The source properties that are to be empty for the last row to give the value (R8).</summary>
    public IEnumerable<string> EarlierSources => Rows.Select(row => row.Source).Distinct().SkipLast(1);

    /// <summary>The row that gives the value now, and the stamp that the value carries; none where no row counts.</summary>
    public (ModelRow Row, ModelStamp Stamp)? Find(
        IReadOnlyDictionary<string, string?> source, IReadOnlyDictionary<string, ModelStamp> stamps, IReadOnlyDictionary<string, string?> target)
    {
        var giver = Rows.FirstOrDefault(row => row.Counts(source, target) && !Canonical.IsEmpty(source[row.Source])) ?? Rows.FirstOrDefault(row => row.Counts(source, target));
        if (giver is null)
        {
            return null;
        }

        var isFilled = !Canonical.IsEmpty(source[giver.Source]);
        var asked = Rows.TakeWhile(row => !isFilled || row != giver).Append(giver).Distinct().ToList();
        var carried = asked.Where(row => row.If is not null).Select(row => stamps[row.If!.Property])
            .Concat(asked.Where(row => row.Counts(source, target)).Select(row => stamps[row.Source]));
        var (greatest, own) = (carried.Aggregate((one, other) => giver.Order.Beats(other, one) ? other : one), stamps[giver.Source]);
        return (giver, greatest.IsSameEdit(own) ? own : greatest.Lent());
    }
}
