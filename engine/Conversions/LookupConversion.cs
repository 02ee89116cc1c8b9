using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>
/// Replaces values by a table. A value that is not in the table passes unchanged. Where several sources stand for one target,
/// the way back gives the first of them.
/// </summary>
internal sealed class LookupConversion : IConversion
{
    private readonly Dictionary<string, Value> _there = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Value> _back = new(StringComparer.Ordinal);

    private LookupConversion(IEnumerable<(Value Source, Value Target)> table)
    {
        foreach (var (source, target) in table)
        {
            _there.TryAdd(Name(source), target);
            Law = _back.TryAdd(Name(target), source) ? Law : ConversionLaw.LossyBack;
        }
    }

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "lookup",
        "convert: { lookup: { N: New, S: Shipped } }",
        "replaces values by a table, and back; of several sources with one target the way back gives the first",
        Create);

    /// <inheritdoc/>
    public ConversionLaw Law { get; } = ConversionLaw.Lossless;

    /// <inheritdoc/>
    public Value Get(Value source) => source.IsNone ? source : _there.GetValueOrDefault(Name(source), source);

    /// <inheritdoc/>
    public Value Put(Value target, Value source) =>
        Sameness.Of(Get(source), target) ? source
        : target.IsNone ? target
        : _back.GetValueOrDefault(Name(target), target);

    private static string Name(Value value) => value.ToString().Trim();

    private static ConversionStep Create(ConversionRequest request)
    {
        if (request.Pairs.IsEmpty)
        {
            return ConversionStep.Refused("it needs a table");
        }

        var table = request.Pairs.Select(p => (ValueText.Read(p.Key, request.Input), ValueText.Read(p.Value, request.Wanted))).ToList();
        var odd = table.FindIndex(r => r.Item1 is null || r.Item2 is null);
        return odd >= 0
            ? ConversionStep.Refused($"'{request.Pairs[odd].Key}: {request.Pairs[odd].Value}' is not of the types of the two properties")
            : new ConversionStep(new LookupConversion(table.Select(r => (r.Item1!.Value, r.Item2!.Value))), request.Wanted);
    }
}
