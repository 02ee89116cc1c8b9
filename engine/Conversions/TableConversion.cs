using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Replaces values by those beside them in a table, and back. Of several sources with one target the first comes back.</summary>
internal sealed class TableConversion : Conversion
{
    private const int FewSamples = 3;

    private readonly Dictionary<string, Pair> _there;
    private readonly Dictionary<string, Pair> _back;
    private readonly TableManner _manner;

    /// <summary>Makes one.</summary>
    public TableConversion(ImmutableArray<(Value Source, Value Target)> rows, PropertyType input, PropertyType output, TableManner manner)
    {
        (Input, Output, _manner) = (input, output, manner);
        _there = new(manner.Comparer);
        _back = new(manner.Comparer);
        foreach (var (source, target) in rows)
        {
            _there.TryAdd(NameOf(source), new Pair(source, target));
            _back.TryAdd(NameOf(target), new Pair(source, target));
        }

        Samples = [.. rows.Take(FewSamples).Select(r => r.Source)];
        Law = _back.Count < _there.Count
            ? ConversionLaw.LossyBack("the first of the table's values that stand for the target")
            : ConversionLaw.Lossless with { Same = manner.Same, Spelling = manner.Same is null ? null : "the spelling of the table" };
    }

    /// <summary>The rows of the table, where its author wrote them.</summary>
    public ImmutableArray<(Value Source, Value Target)> Entries { get; init; } = [];

    /// <inheritdoc/>
    public override ConversionLaw Law { get; }

    /// <inheritdoc/>
    public override PropertyType Input { get; }

    /// <inheritdoc/>
    public override PropertyType Output { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; }

    /// <inheritdoc/>
    public override Value SourceForm(Value value) => Sameness.FormOf(_there.TryGetValue(NameOf(value), out var pair) ? pair.Source : value);

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        _there.TryGetValue(NameOf(source), out var pair) ? pair.Target : Beyond(source, _back, _manner.NoSource);

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) =>
        _back.TryGetValue(NameOf(target), out var pair) ? pair.Source : Beyond(target, _there, _manner.NoTarget);

    // What is in neither column passes where that is wanted. What is in the other column would come back as something else.
    private ConversionResult Beyond(Value value, Dictionary<string, Pair> other, string problem) =>
        !_manner.PassesOthers || value.Kind == ValueKind.List ? ConversionResult.Refused(value, problem)
        : other.ContainsKey(NameOf(value)) ? ConversionResult.Refused(value, TableManner.OtherColumn)
        : value;

    private static string NameOf(Value value) => Sameness.TextOf(value) ?? string.Empty;

    private sealed record Pair(Value Source, Value Target);
}

/// <summary>How a table is read.</summary>
/// <param name="Comparer">When two names are one.</param>
/// <param name="PassesOthers">Whether what is not in the table passes.</param>
/// <param name="NoSource">What is said of a source that is not in the table.</param>
/// <param name="NoTarget">What is said of a target that is not in the table.</param>
internal sealed record TableManner(StringComparer Comparer, bool PassesOthers, string NoSource, string NoTarget)
{
    /// <summary>What is said of a value that stands only in the column across.</summary>
    public const string OtherColumn = "stands in the table for another value, and would come back as that";

    /// <summary>Which values are the same to it, for a person.</summary>
    public string? Same { get; init; }
}
