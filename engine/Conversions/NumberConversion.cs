using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns text into a number; turned round, a number into text.</summary>
internal sealed class NumberConversion(PropertyType number) : Conversion
{
    private const string NoNumber = "is no number of at most 28 digits";
    private const string NoWholeNumber = "is no whole number";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "number",
        "convert: number",
        "turns text into a number or a number into text, by the types of the two properties; text that is no number is refused",
        Create)
    {
        Examples =
        [
            new("number", PropertyType.String, PropertyType.Decimal),
            new("number", PropertyType.String, PropertyType.Integer),
            new("number", PropertyType.Decimal, PropertyType.String),
            new("number", PropertyType.Integer, PropertyType.String),
        ],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("the number written plainly");

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.String;

    /// <inheritdoc/>
    public override PropertyType Output => number;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [Value.Text("007"), Value.Text(number == PropertyType.Integer ? "-12" : "12.50")];

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        source.Kind == ValueKind.List || Numerals.Read(Sameness.TextOf(source)!) is not { } read ? ConversionResult.Refused(source, NoNumber)
        : number != PropertyType.Integer ? Value.Decimal(read)
        : decimal.Truncate(read) == read && read is >= long.MinValue and <= long.MaxValue ? Value.Integer((long)read)
        : ConversionResult.Refused(source, NoWholeNumber);

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) =>
        target.Kind is ValueKind.Integer or ValueKind.Decimal
            ? There(Value.Text(Numerals.Plain(target.AsDecimal))) is { Problem: { } problem }
                ? ConversionResult.Refused(target, problem)
                : Value.Text(Numerals.Plain(target.AsDecimal))
            : ConversionResult.Refused(target, NoNumber);

    private static ConversionStep Create(ConversionRequest request)
    {
        var reads = request.Input == PropertyType.String;
        var number = !reads ? request.Input : request.Wanted == PropertyType.String ? PropertyType.Decimal : request.Wanted;
        return !request.IsBare ? ConversionStep.Refused("nothing is written behind it")
            : number is not (PropertyType.Integer or PropertyType.Decimal) || (!reads && request.Wanted != PropertyType.String)
                ? ConversionStep.Refused("it turns text into a number or a number into text")
            : ConversionStep.Of(reads
                ? new NumberConversion(number)
                : new TurnedConversion(new NumberConversion(number), ConversionLaw.Lossless with { Same = "spellings of one number: 12.50 and 12.5" }));
    }
}
