using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Replaces values by a table that the author writes. Between properties of one type a value that is in neither column passes unchanged.</summary>
internal static class LookupConversion
{
    private const string NotThere = "is not in the table";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "lookup",
        "convert: { lookup: { N: New, S: Shipped } }",
        "replaces values by a table, and back; between properties of one type a value that is in neither column passes unchanged",
        Create)
    {
        Examples =
        [
            new("{ lookup: { N: New, S: Shipped } }", PropertyType.String, PropertyType.String),
            new("{ lookup: { N: New, O: New, S: Shipped } }", PropertyType.String, PropertyType.String),
            new("{ lookup: { 1: New, 2: Shipped } }", PropertyType.Integer, PropertyType.String),
            new("{ lookup: { A: true, B: false } }", PropertyType.String, PropertyType.Boolean),
        ],
    };

    private static ConversionStep Create(ConversionRequest request)
    {
        if (request.Pairs.IsEmpty)
        {
            return ConversionStep.Refused("it needs a table");
        }

        if (request.Pairs.FirstOrDefault(p => string.IsNullOrWhiteSpace(p.Key) || string.IsNullOrWhiteSpace(p.Value)) is { Key: not null } empty)
        {
            return ConversionStep.Refused("the empty text stands for no value, which 'default' replaces", empty.Key);
        }

        var table = request.Pairs.Select(p => (Source: ValueText.Read(p.Key, request.Input), Target: ValueText.Read(p.Value, request.Wanted))).ToList();
        var odd = table.FindIndex(r => r.Source is null || r.Target is null);
        return odd >= 0
            ? ConversionStep.Refused($"'{request.Pairs[odd].Key}: {request.Pairs[odd].Value}' is not of the types of the two properties")
            : ConversionStep.Of(Of([.. table.Select(r => (r.Source!.Value, r.Target!.Value))], request.Input, request.Wanted));
    }

    /// <summary>The conversion of a table.</summary>
    public static TableConversion Of(ImmutableArray<(Value Source, Value Target)> entries, PropertyType input, PropertyType output) =>
        new(entries, input, output, MannerOf(input, output)) { Entries = entries };

    // Between two types nothing passes: what is put into another type by force may be what the table gives for another value.
    private static TableManner MannerOf(PropertyType input, PropertyType output) =>
        new(StringComparer.Ordinal, PassesOthers: input == output, NotThere, NotThere);
}
