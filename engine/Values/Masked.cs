using System.Globalization;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>Keeps sensitive values out of whatever a person or a file gets to see (clause H3).</summary>
internal static class Masked
{
    /// <summary>What stands in the place of a sensitive value.</summary>
    public const string Text = "(sensitive)";

    // A value this short is part of many words: it is taken out only where it stands alone.
    private const int PartOfWords = 3;

    /// <summary>A value for a person.</summary>
    public static string Show(Value value, bool sensitive) => sensitive ? Text : value.ToString();

    /// <summary>A value as it may leave the engine: a sensitive one is replaced, and an empty one stays empty.</summary>
    public static Value Of(Value value, bool sensitive) => sensitive && !CanonicalForm.IsEmpty(value) ? Value.Text(Text) : value;

    /// <summary>A message without the sensitive values that it quotes: a system's own words may.</summary>
    public static string Message(string message, IEnumerable<Value> sensitive)
    {
        foreach (var text in sensitive.SelectMany(TextsOf).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(text => text.Length))
        {
            message = Without(message, text);
        }

        return message;
    }

    private static string Without(string message, string text) => text.Length >= PartOfWords
        ? message.Replace(text, Text, StringComparison.OrdinalIgnoreCase)
        : Regex.Replace(message, $@"(?<!\w){Regex.Escape(text)}(?!\w)", Text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // A number may be quoted with other digits than it is kept with.
    private static IEnumerable<string> TextsOf(Value value) => value.Kind switch
    {
        _ when CanonicalForm.IsEmpty(value) => [],
        ValueKind.List => value.AsList.SelectMany(TextsOf),
        ValueKind.Decimal => [value.ToString(), value.AsDecimal.ToString("0.#############################", CultureInfo.InvariantCulture)],
        ValueKind.Text => [value.AsText.Trim()],
        _ => [value.ToString()],
    };
}
