using System.Globalization;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Values;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A place among the changes of an entity: an instant in ticks, or a number.</summary>
/// <param name="Number">The ticks or the number.</param>
internal readonly record struct CursorPlace(long Number) : IComparable<CursorPlace>
{
    /// <summary>The instant, where it is one.</summary>
    public DateTime Instant => new(Number, DateTimeKind.Utc);

    /// <summary>The place of an instant.</summary>
    public static CursorPlace Of(DateTime instant) => new(instant.Ticks);

    /// <summary>The place that a value of a row names; <see langword="null"/> where it names none.</summary>
    public static CursorPlace? Of(Value value, bool isTime) => value.Kind switch
    {
        ValueKind.DateTime when isTime => new CursorPlace(value.AsDateTime.Ticks),
        ValueKind.Integer when !isTime => new CursorPlace(value.AsInteger),
        ValueKind.Text when !isTime && long.TryParse(value.AsText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new CursorPlace(number),
        _ => null,
    };

    /// <inheritdoc/>
    public int CompareTo(CursorPlace other) => Number.CompareTo(other.Number);

    /// <summary>The place as requests name it.</summary>
    public string InRequest(CursorForm form) => form.IsTime ? InstantInRequest(form) : Number.ToString(CultureInfo.InvariantCulture);

    // Rounded down to what the system tells apart; and one step before, where the system leaves out what is just there.
    private string InstantInRequest(CursorForm form)
    {
        var ticks = form.IsExclusive ? Math.Max(0, Number - 1) : Number;
        var instant = new DateTime(ticks - (ticks % form.StepTicks), DateTimeKind.Utc);
        return InstantText.Of(instant, LocalTime.EarliestFrom(instant, form.Form.Zone), form.Form);
    }
}
