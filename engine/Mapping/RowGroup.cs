using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// The rows of a flow that give one target property, in the order of the file (clause R8); most often a single one. A row that runs
/// only back is a group of its own.
/// </summary>
internal sealed class RowGroup(ImmutableArray<MappedRow> rows)
{
    private readonly bool _isPlain = rows is [{ When: null }];

    /// <summary>The rows.</summary>
    public ImmutableArray<MappedRow> Rows => rows;

    /// <summary>The row under whose number the agreement of the group is kept.</summary>
    public int Number => rows[0].Number;

    /// <summary>Whether the conditions of its rows ask a side.</summary>
    public bool Asks(Side side) => !_isPlain && rows.Any(row => row.When?.Asks(side) ?? false);

    /// <summary>The properties of a side that the conditions of its rows ask.</summary>
    public IEnumerable<int> Asked(Side side) => rows.SelectMany(row => row.When is { } when ? side == Side.Source ? when.SourceProperties : when.TargetProperties : []);

    /// <summary>The source properties that are to be empty for the last of several rows to give the value (clause R8).</summary>
    public IEnumerable<int> EarlierSources() => rows.Select(row => row.Source).Distinct().SkipLast(1);

    /// <summary>When its rows are looked at that are not under review: set once all flows of the set are known.</summary>
    public RowLayer Layer { get; set; } = RowLayer.Plain;

    /// <summary>When a row of it is looked at.</summary>
    /// <param name="row">The row that gives the value now.</param>
    /// <param name="hasAgreed">Whether the two sides of the link ever agreed about the property.</param>
    public RowLayer LayerOf(MappedRow row, bool hasAgreed) =>
        row.IsUnderReview || (row.IsUnderReviewAtFirst && !hasAgreed) ? RowLayer.UnderReview
        : row.PrefersASideAtFirst && !hasAgreed ? RowLayer.NewLink
        : Layer;

    /// <summary>The layers in which any of its rows is ever looked at.</summary>
    public IEnumerable<RowLayer> Layers() => rows.SelectMany(row => new[] { LayerOf(row, hasAgreed: true), LayerOf(row, hasAgreed: false) });

    /// <summary>
    /// The row that gives the value now: the first whose source is not empty and whose condition holds, else the first whose condition
    /// holds. Its value carries the greatest stamp among the rows up to it and the properties in their conditions.
    /// </summary>
    /// <returns>The row and the stamp; none where no condition holds.</returns>
    public Given? Find(Value[] source, Stamp[] stamps, Value[] target) => _isPlain
        ? new Given(rows[0], stamps[rows[0].Source])
        : FirstFilled(source, stamps, target);

    /// <summary>The row through which a value of the target property goes into a new source record: the first that runs back and counts.</summary>
    public MappedRow? FindBack(Value[] source, Value[] target) => rows.FirstOrDefault(row => row.RunsToSource && row.Counts(source, target));

    /// <summary>The places of the source properties whose stamps count together (clause O3).</summary>
    public IEnumerable<int> SourceProperties() => rows.SelectMany(row => row.When is { } when ? when.SourceProperties.Append(row.Source) : [row.Source]).Distinct();

    private Given? FirstFilled(Value[] source, Stamp[] stamps, Value[] target)
    {
        Stamp? greatest = null;
        MappedRow? first = null;
        foreach (var row in rows)
        {
            foreach (var asked in row.When?.SourceProperties ?? [])
            {
                greatest = Greater(row, greatest, stamps[asked]);
            }

            if (!row.Counts(source, target))
            {
                continue;
            }

            first ??= row;
            greatest = Greater(row, greatest, stamps[row.Source]);
            if (!CanonicalForm.IsEmpty(source[row.Source]))
            {
                return Give(row, stamps, greatest);
            }
        }

        return first is null ? null : Give(first, stamps, greatest!);
    }

    private static Given Give(MappedRow row, Stamp[] stamps, Stamp greatest) =>
        new(row, greatest.IsSameEdit(stamps[row.Source]) ? stamps[row.Source] : greatest.Lent());

    private static Stamp Greater(MappedRow row, Stamp? one, Stamp other) => one is null ? other : row.Order.Greater(one, other);
}

/// <summary>The row that gives a value, and the stamp that the value carries.</summary>
/// <param name="Row">The row.</param>
/// <param name="Stamp">The stamp.</param>
internal readonly record struct Given(MappedRow Row, Stamp Stamp);
