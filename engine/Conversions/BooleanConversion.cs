using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns two words or two numbers into true and false, or true and false into them, by the types of the two properties.</summary>
internal static class BooleanConversion
{
    private const string True = "true";
    private const string False = "false";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "boolean",
        "convert: boolean or convert: { boolean: { true: Y, false: N } }",
        "turns two words or numbers into true and false, or true and false into them; without words true and false, or 1 and 0; what is neither is refused",
        Create)
    {
        Examples =
        [
            new("boolean", PropertyType.String, PropertyType.Boolean),
            new("boolean", PropertyType.Boolean, PropertyType.Integer),
            new("{ boolean: { true: Y, false: N } }", PropertyType.String, PropertyType.Boolean),
            new("{ boolean: { true: ja, false: nei } }", PropertyType.Boolean, PropertyType.String),
        ],
    };

    private static ConversionStep Create(ConversionRequest request)
    {
        var other = request.Input == PropertyType.Boolean ? request.Wanted : request.Input;
        return request.Text is not null ? ConversionStep.Refused("it takes 'true' and 'false' with a word each, or nothing")
            : request.RefuseOthers(True, False)
            ?? (!request.IsBare && (string.IsNullOrWhiteSpace(request[True]) || string.IsNullOrWhiteSpace(request[False])) ? ConversionStep.Refused("it needs a word for 'true' and one for 'false'")
            : !request.IsBare && string.Equals(request[True]!.Trim(), request[False]!.Trim(), StringComparison.OrdinalIgnoreCase) ? ConversionStep.Refused("both words are the same", False)
            : other is not (PropertyType.String or PropertyType.Integer) || request.Input == request.Wanted
                ? ConversionStep.Refused("it turns text or a whole number into true or false, or the other way")
            : Words(request, other) is { } words ? ConversionStep.Of(Table(words, request))
            : ConversionStep.Refused("its words are no whole numbers"));
    }

    private static (Value True, Value False)? Words(ConversionRequest request, PropertyType type)
    {
        var (yes, no) = request.IsBare ? (type == PropertyType.Integer ? ("1", "0") : (True, False)) : (request[True]!, request[False]!);
        return ValueText.Read(yes, type) is { } one && ValueText.Read(no, type) is { } two ? (one, two) : null;
    }

    private static TableConversion Table((Value True, Value False) words, ConversionRequest request)
    {
        var reads = request.Input != PropertyType.Boolean;
        ImmutableArray<(Value, Value)> rows = reads
            ? [(words.True, Value.Boolean(true)), (words.False, Value.Boolean(false))]
            : [(Value.Boolean(true), words.True), (Value.Boolean(false), words.False)];
        var (neither, noTruth) = ($"is neither '{words.True}' nor '{words.False}'", "is neither true nor false");
        var manner = new TableManner(StringComparer.OrdinalIgnoreCase, PassesOthers: false, reads ? neither : noTruth, reads ? noTruth : neither)
        {
            Same = "words that differ only in case",
        };
        return new TableConversion(rows, request.Input, reads ? PropertyType.Boolean : request.Wanted, manner);
    }
}
