using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Whether two values count as one in canonical form (clause O4), as far as a conversion meets them.</summary>
internal static class Sameness
{
    /// <summary>Texts without outer white space and in NFC, numbers by value, empty text as no value.</summary>
    public static bool Of(Value left, Value right)
    {
        var (a, b) = (Bare(left), Bare(right));
        return IsNumber(a) && IsNumber(b) ? a.AsDecimal == b.AsDecimal : a == b;
    }

    private static bool IsNumber(Value value) => value.Kind is ValueKind.Integer or ValueKind.Decimal;

    private static Value Bare(Value value)
    {
        if (value.Kind != ValueKind.Text)
        {
            return value;
        }

        var text = value.AsText.Trim();
        return text.Length == 0 ? Value.None : Value.Text(text.IsNormalized() ? text : text.Normalize());
    }
}
