using System.Globalization;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns text of one form into a date; turned round, a date into text. Only what is written exactly in the form is taken.</summary>
internal sealed class DateTextConversion(string form) : Conversion
{
    private static readonly DateOnly[] Trials = [new(2024, 2, 29), new(1805, 12, 31), new(9999, 11, 2)];

    private readonly string _noDate = $"is no date of the form {form}";

    /// <inheritdoc/>
    public override ConversionLaw Law => ConversionLaw.Lossless;

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.String;

    /// <inheritdoc/>
    public override PropertyType Output => PropertyType.Date;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [.. Trials.Take(2).Select(d => Value.Text(d.ToString(form, CultureInfo.InvariantCulture)))];

    /// <summary>The conversion in its place, from text or from a date, or what is wrong with the form.</summary>
    public static ConversionStep Step(string form, PropertyType input)
    {
        if (!IsForm(form))
        {
            return ConversionStep.Refused($"'{form}' does not tell a date: it needs a year of four digits (yyyy), a month (MM) and a day (dd)");
        }

        var conversion = new DateTextConversion(form);
        return ConversionStep.Of(input == PropertyType.String ? conversion : new TurnedConversion(conversion, ConversionLaw.Lossless));
    }

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        source.Kind == ValueKind.Text && Read(Sameness.TextOf(source)!, form) is { } date ? Value.Date(date) : ConversionResult.Refused(source, _noDate);

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) =>
        target.Kind == ValueKind.Date ? Value.Text(Written(target.AsDate)) : ConversionResult.Refused(target, "is no date");

    private static DateOnly? Read(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.ToString(form, CultureInfo.InvariantCulture).Trim() == text
            ? date
            : null;

    private string Written(DateOnly date) => date.ToString(form, CultureInfo.InvariantCulture).Trim();

    private static bool IsForm(string form)
    {
        try
        {
            return form.Contains("yyyy", StringComparison.Ordinal)
                && Trials.All(d => Read(d.ToString(form, CultureInfo.InvariantCulture).Trim(), form) == d);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
