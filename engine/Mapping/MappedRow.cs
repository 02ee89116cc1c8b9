using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>A row of a property table, compiled to places in the shapes of its two entities.</summary>
internal sealed class MappedRow(Row row, int occurrence, StampOrder order, ConflictPolicy policy, MappedEntity source, MappedEntity target)
{
    private const int LongestShown = 80;

    /// <summary>The row as its author wrote it.</summary>
    public Row Row { get; } = row;

    /// <summary>What it is called in the state: the same as long as it maps the same two properties.</summary>
    public string Name { get; } = occurrence == 0 ? $"{row.Source} -> {row.Target}" : $"{row.Source} -> {row.Target} ({occurrence + 1})";

    /// <summary>Which of two edits wins (clauses R3, R4).</summary>
    public StampOrder Order => order;

    /// <summary>What is done about a conflict (clause R4).</summary>
    public ConflictPolicy Policy => policy;

    /// <summary>What is done about two values that differ on a new link (clause R5).</summary>
    public ConflictPolicy OnLink { get; } = row.OnLink ?? (row.Of is null ? policy : ConflictPolicy.Review);

    /// <summary>How the elements of its two lists correspond, as a flow between elements; none where it maps values (clause R11).</summary>
    public MappedFlow? Elements { get; init; }

    /// <summary>When it counts; none where it always does (clause R9).</summary>
    public MappedCondition? When { get; } = row.When is { } when ? new MappedCondition(when, source, target) : null;

    /// <summary>Whether it counts for two records (clause R9).</summary>
    public bool Counts(Value[] sourceValues, Value[] targetValues) => When is null || When.Holds(sourceValues, targetValues);

    /// <summary>Its number among the rows that the flow ever had; set when the state is opened.</summary>
    public int Number { get; set; }

    /// <summary>The place of its source property in the source's shape.</summary>
    public int Source { get; } = source.Shape.IndexOf(row.Source);

    /// <summary>The place of its target property in the target's shape.</summary>
    public int Target { get; } = target.Shape.IndexOf(row.Target);

    /// <summary>The place of its property on a side.</summary>
    public int PlaceOn(Side side) => side == Side.Source ? Source : Target;

    /// <summary>The form in which the two sides are compared.</summary>
    public CanonicalForm Form { get; } = CanonicalForm.Of(source.PropertyOf(row.Source), target.PropertyOf(row.Target));

    /// <summary>Whether it translates keys instead of copying values (clause R10).</summary>
    public bool IsReference { get; } = row.Of is not null;

    /// <summary>The entity that the source side refers to, as <c>system/entity</c>.</summary>
    public string ReferencedSource { get; } = $"{source.System.Name}/{row.Of?.Source}";

    /// <summary>The entity that the target side refers to, as <c>system/entity</c>.</summary>
    public string ReferencedTarget { get; } = $"{target.System.Name}/{row.Of?.Target}";

    /// <summary>Whether its values are never shown (clause H3).</summary>
    public bool IsSensitive { get; } = source.Sensitive[source.Shape.IndexOf(row.Source)] || target.Sensitive[target.Shape.IndexOf(row.Target)];

    private PropertyDescription SourceProperty { get; } = source.PropertyOf(row.Source);

    private PropertyDescription TargetProperty { get; } = target.PropertyOf(row.Target);

    /// <summary>Whether it runs from source to target.</summary>
    public bool RunsToTarget => Row.Direction != Direction.ToSource;

    /// <summary>Whether it runs from target to source.</summary>
    public bool RunsToSource => Row.Direction != Direction.ToTarget;

    /// <summary>Whether a target that is there can take its values (clause R7).</summary>
    public bool UpdatesTarget { get; } = row.Direction != Direction.ToSource
        && target.Description.CanUpdate && target.PropertyOf(row.Target).Access == WriteAccess.Always;

    /// <summary>Whether a source that is there can take its values (clause R7).</summary>
    public bool UpdatesSource { get; } = row.Direction != Direction.ToTarget
        && source.Description.CanUpdate && source.PropertyOf(row.Source).Access == WriteAccess.Always;

    /// <summary>Whether it may hold a conflict for a person: it is then looked at when all other rows have settled (clauses R4, T3).</summary>
    public bool IsUnderReview => UpdatesSource && UpdatesTarget && (Policy == ConflictPolicy.Review || (Elements?.Has(RowLayer.UnderReview) ?? false));

    /// <summary>
    /// Whether it may hold two values that differ on a new link for a person, and then goes its way (clause R5): until it has agreed, it
    /// waits like one under review. References differ when a link is made, not because of what travels, and do not wait.
    /// </summary>
    public bool IsUnderReviewAtFirst => UpdatesSource && UpdatesTarget && !IsReference && OnLink == ConflictPolicy.Review;

    /// <summary>
    /// Whether it lets one side win on a new link, whatever its stamp (clause R5): until it has agreed, it waits until what travels has arrived,
    /// for what it raises beats all that comes later.
    /// </summary>
    public bool PrefersASideAtFirst => UpdatesSource && UpdatesTarget && Elements is null && Row.OnLink is ConflictPolicy.Source or ConflictPolicy.Target;

    /// <summary>The side that receives, of a row with a direction (clause R7).</summary>
    public Side Receiver => RunsToTarget ? Side.Target : Side.Source;

    /// <summary>The form of the source property alone.</summary>
    public CanonicalForm SourceForm { get; } = CanonicalForm.Of(source.PropertyOf(row.Source));

    /// <summary>What the target should hold for a source value.</summary>
    public Converted Get(Value value, IReferences references) => IsReference
        ? Translated(value, references, ReferencedSource, ReferencedTarget, TargetProperty)
        : In(ConversionChain.Get(Row.Conversions, value), TargetProperty);

    /// <summary>What the source should hold for a target value, given what it holds.</summary>
    public Converted Put(Value target, Value source, IReferences references)
    {
        if (IsReference)
        {
            return Translated(target, references, ReferencedTarget, ReferencedSource, SourceProperty);
        }

        var there = Get(source, references);
        return there.IsValue && Form.Same(there.Value, target)
            ? source
            : In(ConversionChain.Put(Row.Conversions, target, source), SourceProperty);
    }

    private Converted In(ConversionResult result, PropertyDescription property) =>
        result.Problem is { } problem ? new Converted(Value.None, $"{Shown(result.Value)} {problem}")
        : Coercion.TryCoerce(result.Value, property.Type, out var coerced) ? coerced
        : new Converted(Value.None, $"{Shown(result.Value)} is no {property.Type.ToString().ToLowerInvariant()}, which {property.Path} needs");

    // Clause H3; and a text of pages says nothing that its beginning does not.
    private string Shown(Value value)
    {
        var text = IsSensitive ? string.Empty : value.ToString();
        return IsSensitive ? "the value" : text.Length > LongestShown ? $"'{text[..LongestShown]}…'" : $"'{text}'";
    }

    private Converted Translated(Value value, IReferences references, string from, string to, PropertyDescription property)
    {
        if (CanonicalForm.IsEmpty(value))
        {
            return Value.None;
        }

        var key = value.ToString();
        return references.Translate(from, key, to) is { } counterpart
            ? In(Value.Text(counterpart), property)
            : new Converted(Value.None, AwaitedKey: key);
    }
}
