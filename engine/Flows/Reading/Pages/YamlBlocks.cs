using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Pages;

/// <summary>Finds the blocks of YAML in a page: those between fences whose first word is <c>yaml</c> or <c>yml</c>.</summary>
/// <remarks>Source: CommonMark 0.31, section 4.5, "Fenced code blocks".</remarks>
internal static partial class YamlBlocks
{
    /// <summary>The blocks, in the order of the page.</summary>
    public static IEnumerable<YamlBlock> Of(SourceText page)
    {
        for (var line = 1; line <= page.LineCount; line++)
        {
            var opening = Opening.Match(page.Line(line));
            if (!opening.Success)
            {
                continue;
            }

            var end = EndOf(page, line, opening.Groups["fence"].Value);
            if (opening.Groups["language"].Value is "yaml" or "yml")
            {
                yield return new YamlBlock(page, opening.Groups["rest"].Value.Trim(), line, end);
            }

            line = end;
        }
    }

    // A block that nobody closes ends with the page.
    private static int EndOf(SourceText page, int opening, string fence)
    {
        var line = opening + 1;
        while (line <= page.LineCount && !IsClosing(page.Line(line).Trim(), fence))
        {
            line++;
        }

        return line;
    }

    private static bool IsClosing(string line, string fence) => line.Length >= fence.Length && line.All(c => c == fence[0]);

    [GeneratedRegex(@"^\s*(?:[-*+>]\s+)*(?<fence>`{3,}|~{3,})\s*(?<language>[^\s`]*)(?<rest>[^`]*)$")]
    private static partial Regex Opening { get; }
}
