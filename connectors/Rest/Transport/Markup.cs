using System.Net;
using System.Text.RegularExpressions;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What HTML and XML say to a person.</summary>
internal static partial class Markup
{
    /// <summary>The text without its marks; text that has none stays as it is.</summary>
    public static string Strip(string text) => text.TrimStart() is ['<', ..]
        ? WebUtility.HtmlDecode(Marks().Replace(Unseen().Replace(text, " "), " "))
        : text;

    [GeneratedRegex(@"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
