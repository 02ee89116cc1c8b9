using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>
/// Turns a date-time into its day (UTC), or a day into its midnight, by the types of the two properties. The way back keeps the
/// source where it says the same day.
/// </summary>
internal sealed class DateConversion : IConversion
{
    private readonly bool _toDay;

    private DateConversion(bool toDay) => _toDay = toDay;

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "date",
        "convert: date",
        "turns a date-time into its day (UTC), or a day into its midnight; the way back keeps the time where the day is the same",
        Create);

    /// <inheritdoc/>
    public ConversionLaw Law => ConversionLaw.LossyBack;

    /// <inheritdoc/>
    public Value Get(Value source) => _toDay ? Day(source) : Midnight(source);

    /// <inheritdoc/>
    public Value Put(Value target, Value source) =>
        Sameness.Of(Get(source), target) ? source : _toDay ? Midnight(target) : Day(target);

    private static Value Day(Value value) =>
        value.Kind == ValueKind.DateTime ? Value.Date(DateOnly.FromDateTime(value.AsDateTime)) : value;

    private static Value Midnight(Value value) =>
        value.Kind == ValueKind.Date ? Value.DateTime(value.AsDate.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) : value;

    private static ConversionStep Create(ConversionRequest request) =>
        !request.IsBare ? ConversionStep.Refused("nothing is written behind it")
        : request.Input is PropertyType.DateTime or PropertyType.Any ? new ConversionStep(new DateConversion(true), PropertyType.Date)
        : request.Input == PropertyType.Date ? new ConversionStep(new DateConversion(false), PropertyType.DateTime)
        : ConversionStep.Refused("it takes a datetime or a date");
}
