using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory;

/// <summary>What a system makes of a value that it is given (clause O6). A value of another kind stays as it is.</summary>
public static class Rewriting
{
    /// <summary>White space at both ends goes.</summary>
    public static Func<Value, Value> Trim { get; } = OfText(text => text.Trim());

    /// <summary>Small letters become capitals.</summary>
    public static Func<Value, Value> Upper { get; } = OfText(text => text.ToUpperInvariant());

    /// <summary>What is behind the given length goes.</summary>
    public static Func<Value, Value> Cut(int length) => OfText(text => text.Length > length ? text[..length] : text);

    /// <summary>A number is rounded to so many decimal places, halves away from zero.</summary>
    public static Func<Value, Value> Round(int places) => value => value.Kind == ValueKind.Decimal
        ? Value.Decimal(decimal.Round(value.AsDecimal, places, MidpointRounding.AwayFromZero))
        : value;

    private static Func<Value, Value> OfText(Func<string, string> rewrite) =>
        value => value.Kind == ValueKind.Text ? Value.Text(rewrite(value.AsText)) : value;
}
