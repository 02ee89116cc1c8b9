using System.Text;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>
/// What counts as the same (clause O4): text in NFC without outer white space, empty text as no value, e-mail without case;
/// numbers by value; instants at a precision; lists element by element. For comparing only: what is stored never changes by it.
/// </summary>
/// <param name="IgnoresCase">Whether texts are compared without case: e-mail addresses.</param>
/// <param name="PrecisionTicks">The step that instants are cut to, in ticks of 100 ns.</param>
internal sealed record CanonicalForm(bool IgnoresCase, long PrecisionTicks)
{
    /// <summary>The form of values that nothing else is known of.</summary>
    public static CanonicalForm Exact { get; } = new(false, 1);

    /// <summary>The form of one property.</summary>
    public static CanonicalForm Of(PropertyDescription property) => new(IsEmail(property), property.PrecisionTicks);

    /// <summary>The form in which two properties of different systems are compared: the coarser of both.</summary>
    public static CanonicalForm Of(PropertyDescription one, PropertyDescription other) =>
        new(IsEmail(one) || IsEmail(other), Math.Max(one.PrecisionTicks, other.PrecisionTicks));

    /// <summary>Whether two values are the same in this form.</summary>
    public bool Same(Value one, Value other) => one == other || Canonical(one) == Canonical(other);

    /// <summary>Whether a value is empty in this form.</summary>
    public static bool IsEmpty(Value value) => value.Kind switch
    {
        ValueKind.None => true,
        ValueKind.Text => string.IsNullOrWhiteSpace(value.AsText),
        ValueKind.List => value.AsList.Count == 0,
        _ => false,
    };

    /// <summary>A value in this form.</summary>
    public Value Canonical(Value value) => value.Kind switch
    {
        _ when IsEmpty(value) => Value.None,
        ValueKind.Text => Value.Text(CanonicalText(value.AsText)),
        ValueKind.Integer => Value.Decimal(value.AsInteger),
        ValueKind.Decimal => value,
        ValueKind.DateTime => Value.DateTime(new DateTime(value.AsDateTime.Ticks / PrecisionTicks * PrecisionTicks, DateTimeKind.Utc)),
        ValueKind.List => Value.List(value.AsList.Select(Canonical).ToArray()),
        ValueKind.Element => Value.Element(value.AsElement.Select(Canonical).ToArray()),
        _ => value,
    };

    private static bool IsEmail(PropertyDescription property) => property.Format == "email";

    private string CanonicalText(string text)
    {
        var trimmed = text.Trim();
        var normal = IsNormalized(trimmed) ? trimmed : Normalized(trimmed);
        return IgnoresCase ? normal.ToUpperInvariant() : normal;
    }

    private static bool IsNormalized(string text) => System.Text.Ascii.IsValid(text);

    // A lone surrogate has no normal form: such a text is compared as it stands.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
