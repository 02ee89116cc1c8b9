using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// Property tables in short: <c>name = fullName; age > age; code &lt; code; name = NAME via upper; company = account of Company Accounts</c>.
/// <c>=</c> runs both ways, <c>></c> to the target only, <c>&lt;</c> to the source only.
/// </summary>
internal static partial class RowText
{
    /// <summary>The line on which the first row of a flow stands in its file.</summary>
    public const int FirstLine = 11;

    public static ImmutableArray<Row> Read(string text, EntityDescription target, string file) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((row, i) => ReadRow(row, target, new Place(file, FirstLine + i, 5, FirstLine + i, 5 + row.Length)))];

    private static Row ReadRow(string text, EntityDescription target, Place place)
    {
        var parts = Whole().Match(text);
        if (!parts.Success)
            throw new FormatException($"'{text}' is not a row of a test flow.");
        var path = parts.Groups["target"].Value;
        var of = parts.Groups["ofSource"].Success ? new ReferencedEntities(parts.Groups["ofSource"].Value, parts.Groups["ofTarget"].Value) : null;
        var type = of is null ? target.Property(path)!.Type : PropertyType.Reference;
        return new Row(parts.Groups["source"].Value, path, type, DirectionOf(parts.Groups["way"].Value), place)
        {
            Of = of,
            Conversions = parts.Groups["conversion"].Success ? [TestConversions.Named(parts.Groups["conversion"].Value)] : [],
        };
    }

    private static Direction DirectionOf(string sign) => sign switch
    {
        ">" => Direction.ToTarget,
        "<" => Direction.ToSource,
        _ => Direction.Both,
    };

    [GeneratedRegex(@"^(?<source>[\w.]+) (?<way>[=<>]) (?<target>[\w.]+)(?: via (?<conversion>\w+))?(?: of (?<ofSource>\w+) (?<ofTarget>\w+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
