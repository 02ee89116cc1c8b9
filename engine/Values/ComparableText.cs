using System.Globalization;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>
/// A value as text in canonical form, so that a number here and digits there are the same: an order number is one on both sides.
/// </summary>
internal static class ComparableText
{
    /// <summary>The text of a value; empty where there is none.</summary>
    public static string Of(Value value, CanonicalForm form)
    {
        var canonical = form.Canonical(value);
        return canonical.Kind == ValueKind.Decimal
            ? (canonical.AsDecimal / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : canonical.ToString();
    }
}
