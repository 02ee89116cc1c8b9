using System.Text.RegularExpressions;

namespace SesamTalk.TestKit.Pages;

/// <summary>The names by which places of a page are linked to.</summary>
/// <remarks>Source: how GitHub makes them of headings (gjtorikian/html-pipeline, TableOfContentsFilter).</remarks>
public static partial class Anchors
{
    /// <summary>The anchors of all headings of a page; of several with the same words the later ones are numbered.</summary>
    public static IReadOnlySet<string> Of(Page page)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in page.Prose.Select(line => Heading.Match(line.Text)).Where(match => match.Success))
        {
            var anchor = Of(heading.Groups["text"].Value);
            var count = seen.GetValueOrDefault(anchor);
            seen[anchor] = count + 1;
            anchors.Add(count == 0 ? anchor : $"{anchor}-{count}");
        }

        return anchors;
    }

    /// <summary>The anchor of a heading.</summary>
    public static string Of(string heading) =>
        Left.Replace(Link.Replace(heading, "$1").ToLowerInvariant(), string.Empty).Trim().Replace(' ', '-');

    [GeneratedRegex("^#{1,6} +(?<text>.+?)( #+)?$")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}_ -]")]
    private static partial Regex Left { get; }
}
