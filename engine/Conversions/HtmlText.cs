using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SesamTalk.Engine.Conversions;

/// <summary>The text of HTML.</summary>
internal static class HtmlText
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\f'];

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "template", "noscript" };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    /// <summary>What a reader sees of it, tidied.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var root = new HtmlParser().ParseDocument(html).Body;
        for (INode? node = root; node is not null; node = Next(node, root!, text))
        {
            Open(node, text);
        }

        return Tidy(text.ToString());
    }

    /// <summary>Text with one blank where there are several, at most one empty line, and no control characters.</summary>
    public static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(Line);
        var tidy = new StringBuilder(text.Length);
        var breaks = 0;
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                tidy.Append('\n', tidy.Length == 0 ? 0 : Math.Min(breaks, 2)).Append(line);
                breaks = 0;
            }

            breaks++;
        }

        return tidy.ToString();
    }

    private static string Line(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Visible).Where(w => w.Length > 0));

    private static string Visible(string word) => word.Any(char.IsControl) ? string.Concat(word.Where(c => !char.IsControl(c))) : word;

    // Along the tree without calls into its depth: what is sent may be nested as deep as it likes.
    private static INode? Next(INode node, INode root, StringBuilder text)
    {
        if (node.FirstChild is { } child && !Unseen.Contains(node.NodeName))
        {
            return child;
        }

        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            Close(at, text);
            if (at.NextSibling is { } sibling)
            {
                return sibling;
            }
        }

        return null;
    }

    private static void Open(INode node, StringBuilder text)
    {
        if (node is IText words)
        {
            text.Append(IsAtLine(text) ? words.Data.TrimStart(Blanks).ReplaceLineEndings(" ") : words.Data.ReplaceLineEndings(" "));
        }
        else if (Lines.Contains(node.NodeName))
        {
            Break(text);
        }
        else if (node.NodeName.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            text.Append('\n');
        }
    }

    private static void Close(INode node, StringBuilder text)
    {
        if (Lines.Contains(node.NodeName))
        {
            Break(text);
        }
        else if (node.NodeName.Equals("td", StringComparison.OrdinalIgnoreCase))
        {
            text.Append(' ');
        }
    }

    private static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n', IsAtLine(text) ? 0 : 1);
    }

    private static bool IsAtLine(StringBuilder text) => text.Length == 0 || text[^1] == '\n';
}
