using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns text into an instant; turned round, an instant into text.</summary>
internal sealed class DateTimeConversion(TimeForm form) : Conversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "datetime",
        "convert: datetime, convert: { datetime: dd.MM.yyyy HH:mm } or convert: { datetime: { form: dd.MM.yyyy HH:mm, zone: Europe/Oslo } }",
        "turns text into an instant, or an instant into text; without a form the text is 2024-05-01T14:30:00Z, or has an offset in the place of Z; "
            + "with one it tells the time of UTC or of the zone that is said: a time that the clocks skip is refused, and of one that they show twice the first is meant",
        Create)
    {
        Examples =
        [
            new("datetime", PropertyType.String, PropertyType.DateTime),
            new("datetime", PropertyType.DateTime, PropertyType.String),
            new("{ datetime: \"dd.MM.yyyy HH:mm\" }", PropertyType.String, PropertyType.DateTime),
            new("{ datetime: { form: \"dd.MM.yyyy HH:mm\", zone: Europe/Oslo } }", PropertyType.String, PropertyType.DateTime),
            new("{ datetime: { form: \"yyyy-MM-dd HH:mm:ss\", zone: America/Sao_Paulo } }", PropertyType.DateTime, PropertyType.String),
        ],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = form.IsIso
        ? ConversionLaw.LossyBack("the time in UTC, such as 2024-05-01T14:30:00Z")
        : ConversionLaw.Lossless with { Same = $"instants that are written alike as {form}" };

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.String;

    /// <inheritdoc/>
    public override PropertyType Output => PropertyType.DateTime;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = form.IsIso
        ? [Value.Text("2024-05-01T14:30:00+02:00"), Value.Text("2024-02-29T23:59:59.5Z")]
        : [Value.Text(form.Written(new DateTime(2024, 5, 1, 14, 30, 0, DateTimeKind.Utc))), Value.Text(form.Written(new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc)))];

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        source.Kind == ValueKind.Text && form.Read(Sameness.TextOf(source)!) is { } instant
            ? Value.DateTime(instant)
            : ConversionResult.Refused(source, form.Problem);

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target)
    {
        if (target.Kind != ValueKind.DateTime)
        {
            return ConversionResult.Refused(target, "is no date-time");
        }

        var text = form.Written(target.AsDateTime);
        return form.Read(text) is null ? ConversionResult.Refused(target, form.Problem) : Value.Text(text);
    }

    private static ConversionStep Create(ConversionRequest request)
    {
        var reads = request.Input == PropertyType.String;
        var (form, zone) = (request.Text ?? request["form"], request["zone"]);
        return request.RefuseOthers("form", "zone")
            ?? (!reads && (request.Input != PropertyType.DateTime || request.Wanted != PropertyType.String)
                ? ConversionStep.Refused("it turns text into a date-time or a date-time into text")
            : zone is not null && form is null ? ConversionStep.Refused("a zone is for a form that tells none: it needs 'form' beside it", "zone")
            : !TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "UTC", out var found) ? ConversionStep.Refused($"there is no time zone '{zone}'", "zone")
            : form is not null && !TimeForm.IsForm(form)
                ? ConversionStep.Refused($"'{form}' does not tell a time: it needs a year of four digits (yyyy), a month (MM), a day (dd) and an hour of the day (HH), and no offset", "form")
            : Step(new DateTimeConversion(new TimeForm(form, found)), form is null, reads));
    }

    private static ConversionStep Step(DateTimeConversion conversion, bool isIso, bool reads) => ConversionStep.Of(
        reads ? conversion
        : new TurnedConversion(conversion, isIso
            ? ConversionLaw.Lossless with { Same = "spellings of one instant" }
            : ConversionLaw.LossyBack("the instant as far as the text tells it")));
}
