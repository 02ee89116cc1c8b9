using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns a date-time into its day in a zone; turned round, a day into its first instant.</summary>
internal sealed class DateConversion(TimeZoneInfo zone) : Conversion
{
    private const string Zone = "zone";

    private readonly string _noDay = $"is a day that does not exist in {zone.Id}";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "date",
        "convert: date, convert: { date: { zone: Europe/Oslo } } or convert: { date: dd.MM.yyyy }",
        "turns a date-time into its day, or a day into its first instant, in UTC or the zone that is said; with a form, text into a date, or a date into text",
        Create)
    {
        Examples =
        [
            new("date", PropertyType.DateTime, PropertyType.Date),
            new("date", PropertyType.Date, PropertyType.DateTime),
            new("{ date: { zone: Europe/Oslo } }", PropertyType.DateTime, PropertyType.Date),
            new("{ date: { zone: America/Sao_Paulo } }", PropertyType.Date, PropertyType.DateTime),
            new("{ date: dd.MM.yyyy }", PropertyType.String, PropertyType.Date),
            new("{ date: d MMM yyyy }", PropertyType.Date, PropertyType.String),
        ],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack($"the first instant of the day ({zone.Id})");

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.DateTime;

    /// <inheritdoc/>
    public override PropertyType Output => PropertyType.Date;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [Value.DateTime(new DateTime(2024, 5, 1, 14, 30, 0, DateTimeKind.Utc)), Value.DateTime(new DateTime(2024, 2, 29, 23, 30, 0, DateTimeKind.Utc))];

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        source.Kind == ValueKind.DateTime
            ? Value.Date(DateOnly.FromDateTime(TimeZones.LocalOf(source.AsDateTime, zone)))
            : ConversionResult.Refused(source, "is no date-time");

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) =>
        target.Kind != ValueKind.Date ? ConversionResult.Refused(target, "is no date")
        : TimeZones.StartOf(target.AsDate, zone) is { } start ? Value.DateTime(start)
        : ConversionResult.Refused(target, _noDay);

    private static ConversionStep Create(ConversionRequest request)
    {
        var isText = request.Input == PropertyType.String || (request.Input == PropertyType.Date && request.Wanted == PropertyType.String);
        return request.Text is { } form
            ? isText ? DateTextConversion.Step(form, request.Input) : ConversionStep.Refused("a form is for text: the other property is a date")
            : isText ? ConversionStep.Refused("it needs the form of the text, such as dd.MM.yyyy")
            : request.RefuseOthers(Zone) ?? OfDay(request);
    }

    private static ConversionStep OfDay(ConversionRequest request)
    {
        var id = request[Zone] ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return ConversionStep.Refused($"there is no time zone '{id}'", Zone);
        }

        var conversion = new DateConversion(zone);
        return request.Input is PropertyType.DateTime or PropertyType.Any ? ConversionStep.Of(conversion)
            : request.Input == PropertyType.Date
                ? ConversionStep.Of(new TurnedConversion(conversion, ConversionLaw.Lossless with { Same = $"all instants of one day ({zone.Id})" }))
            : ConversionStep.Refused("it takes a datetime or a date");
    }
}
