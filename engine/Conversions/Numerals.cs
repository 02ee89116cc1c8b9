using System.Globalization;

namespace SesamTalk.Engine.Conversions;

/// <summary>Numbers as text, without a culture and without loss.</summary>
internal static class Numerals
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int MostDigits = 28;

    /// <summary>The number, or <see langword="null"/> if the text is none, or one of more digits than a number can hold.</summary>
    public static decimal? Read(string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && Fits(text) ? number : null;

    /// <summary>The number without noughts behind: 12.50 and 12.5 are one.</summary>
    public static string Plain(decimal number) =>
        (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    // What has too many digits behind the point would be rounded in silence.
    private static bool Fits(string text)
    {
        var digits = text.TrimStart('-', '+', '0');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? digits.Length <= MostDigits : digits.TrimEnd('0').Length - 1 <= MostDigits;
    }
}
