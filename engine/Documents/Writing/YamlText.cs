using System.Globalization;
using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes texts as YAML: plain where a reader takes them for the same text, else in quotes.</summary>
internal static class YamlText
{
    private const string PlainInside = " -._/$+%&@!?*=<>^~;'()";
    private const string PlainStart = "_$/";

    /// <summary>A text as a scalar that is right everywhere, also between braces and brackets.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A text of a line as it can stand behind <c>#</c>.</summary>
    public static string Comment(string text) => "# " + text.Replace('\t', ' ').Trim();

    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsLetterOrDigit(text[0]) || PlainStart.Contains(text[0], StringComparison.Ordinal))
        && text[^1] != ' ' && text.All(c => char.IsLetterOrDigit(c) || PlainInside.Contains(c, StringComparison.Ordinal))
        && !IsTyped(text);

    // "yes", "NO" and dates are texts in this language.
    private static bool IsTyped(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase)
        || text.Equals("null", StringComparison.OrdinalIgnoreCase)
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Quoted(string text) =>
        text.Contains('"', StringComparison.Ordinal) && !text.Any(IsEscaped)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{Escaped(text)}\"";

    // The separators of lines and paragraphs would be folded into blanks, and a mark amid a text be lost.
    private static bool IsEscaped(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff';

    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                escaped.Append('\\').Append(c);
            else if (IsEscaped(c))
                escaped.Append(c > '\xff' ? "\\u" : "\\x").Append(((int)c).ToString(c > '\xff' ? "x4" : "x2", CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
