using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>
/// Turns text into a number or a number into text, by the types of the two properties. Text that is no number passes unchanged:
/// whoever receives it says so in plain words, and nothing is emptied in silence.
/// </summary>
internal sealed class NumberConversion(PropertyType input, PropertyType output) : IConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "number",
        "convert: number",
        "turns text into a number or a number into text; the way back keeps the source where it says the same number, else writes it plainly",
        Create);

    /// <inheritdoc/>
    public ConversionLaw Law => ConversionLaw.LossyBack;

    /// <inheritdoc/>
    public Value Get(Value source) => Turn(source, output);

    /// <inheritdoc/>
    public Value Put(Value target, Value source) => Sameness.Of(Get(source), target) ? source : Turn(target, input);

    private static ConversionStep Create(ConversionRequest request)
    {
        var output = request.Wanted == request.Input && request.Input == PropertyType.String ? PropertyType.Decimal : request.Wanted;
        return !request.IsBare ? ConversionStep.Refused("nothing is written behind it")
            : IsNumber(request.Input) == IsNumber(output) || (request.Input != PropertyType.String && output != PropertyType.String)
                ? ConversionStep.Refused("it turns text into a number or a number into text")
            : new ConversionStep(new NumberConversion(request.Input, output), output);
    }

    private static bool IsNumber(PropertyType type) => type is PropertyType.Integer or PropertyType.Decimal;

    private static Value Turn(Value value, PropertyType type) => value.Kind switch
    {
        ValueKind.Text when IsNumber(type) => string.IsNullOrWhiteSpace(value.AsText) ? Value.None : Read(value, type),
        ValueKind.Integer or ValueKind.Decimal when type == PropertyType.String => Value.Text(Plain(value)),
        _ => value,
    };

    private static Value Read(Value text, PropertyType type)
    {
        var number = ValueText.Decimal(text.AsText.Trim());
        return number is not { } found ? text
            : type == PropertyType.Integer && IsWhole(found.AsDecimal) ? Value.Integer((long)found.AsDecimal)
            : found;
    }

    private static bool IsWhole(decimal number) => decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;

    // 12.50 and 12.5 are one number: dividing by a one with all its noughts drops the noughts behind.
    private static string Plain(Value number) =>
        number.Kind == ValueKind.Integer ? number.ToString() : Value.Decimal(number.AsDecimal / 1.0000000000000000000000000000m).ToString();
}
