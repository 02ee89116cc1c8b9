using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>What counts as one value before any conversion has its say (clause O4).</summary>
internal static class Sameness
{
    private static readonly CanonicalForm Form = new(IgnoresCase: false, PrecisionTicks: 1);

    /// <summary>A value in canonical form.</summary>
    public static Value FormOf(Value value) => Form.Canonical(value);

    /// <summary>
    /// What a value says, written without outer white space and in NFC, so that a conversion makes one thing of all spellings of
    /// one text; <see langword="null"/> for a list, which says no one thing.
    /// </summary>
    public static string? TextOf(Value value) => value.Kind switch
    {
        ValueKind.Text => Form.Canonical(value) is { IsNone: false } text ? text.AsText : string.Empty,
        ValueKind.Decimal => Numerals.Plain(value.AsDecimal),
        ValueKind.List => null,
        _ => value.ToString(),
    };
}
