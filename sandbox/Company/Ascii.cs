using System.Globalization;
using System.Text;

namespace SesamTalk.Sandbox.Company;

/// <summary>Names as they look in mail and web addresses.</summary>
internal static class Ascii
{
    /// <summary>Lower case, without accents, blanks and punctuation: <c>Åse van 't Hof</c> becomes <c>asevanthof</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in Spelt(text.ToLowerInvariant()).Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit))
        {
            folded.Append(letter);
        }

        return folded.ToString();
    }

    private static string Spelt(string lower) => lower
        .Replace("æ", "ae", false, CultureInfo.InvariantCulture)
        .Replace("ø", "o", false, CultureInfo.InvariantCulture)
        .Replace("ß", "ss", false, CultureInfo.InvariantCulture);
}
