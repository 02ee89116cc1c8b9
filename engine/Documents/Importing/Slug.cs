using System.Globalization;
using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Makes names of files, flows and systems from headings.</summary>
internal static class Slug
{
    // Letters that do not come apart into a plain letter and a mark.
    private const string Whole = "\u00e6\u00f8\u00df\u0111\u0142\u00fe\u00f0\u0153";
    private static readonly string[] Plain = ["ae", "o", "ss", "d", "l", "th", "d", "oe"];

    /// <summary>Small letters and digits; everything between them becomes one hyphen.</summary>
    public static string Of(string text, string otherwise)
    {
        StringBuilder slug = new(text.Length);
        foreach (char c in Fold(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().Trim('-') is { Length: > 0 } name ? name : otherwise;
    }

    /// <summary>The letters and digits alone, without case, by which two spellings of one name are equal.</summary>
    public static string Squash(string text) => Of(text, "").Replace("-", "", StringComparison.Ordinal);

    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        StringBuilder folded = new(text.Length);
        foreach (char c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            int whole = Whole.IndexOf(c, StringComparison.Ordinal);
            if (whole >= 0)
                folded.Append(Plain[whole]);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }
        return folded.ToString();
    }
}
