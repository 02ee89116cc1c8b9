using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// Property tables in short: <c>name = fullName; age > age; code &lt; code; name = NAME via upper; company = account of Company Accounts</c>.
/// <c>=</c> runs both ways, <c>></c> to the target only, <c>&lt;</c> to the source only. Behind that may follow, in this order:
/// <c>if kind in a,b</c> and <c>iftarget kind in a,b</c> (<c>-</c> is no value), <c>conflict source</c>, <c>onlink review</c>, <c>enforce</c>.
/// A path may select an element of a list: <c>phones[type=mobile].number</c>.
/// <c>lines = rows each no=number { amount = quantity + item = article of Item Article }</c> pairs the elements of two lists.
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
        var parts = Each().Match(text);
        if (!parts.Success)
            return ReadRow(text, path => target.Property(path) ?? SelectedBy(target, path), place);
        var list = ReadRow($"{parts.Groups["lists"].Value}{parts.Groups["more"].Value}", target.Property, place);
        return list with
        {
            Each = new Elements(
                [.. parts.Groups["key"].Value.Split(',').Select(pair => new MatchPair(pair.Split('=')[0], pair.Split('=')[^1]))],
                [.. parts.Groups["rows"].Value.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(row => ReadRow(row, target.Property(list.Target)!.Elements!.Property, place))]),
        };
    }

    private static Row ReadRow(string text, Func<string, PropertyDescription?> target, Place place)
    {
        var parts = Whole().Match(text);
        if (!parts.Success)
            throw new FormatException($"'{text}' is not a row of a test flow.");
        var path = parts.Groups["target"].Value;
        var of = parts.Groups["ofSource"].Success ? new ReferencedEntities(parts.Groups["ofSource"].Value, parts.Groups["ofTarget"].Value) : null;
        var type = of is null ? target(path)!.Type : PropertyType.Reference;
        return new Row(parts.Groups["source"].Value, path, type, DirectionOf(parts.Groups["way"].Value), place)
        {
            Of = of,
            When = ConditionOf(parts, place),
            Conflict = PolicyOf(parts.Groups["conflict"]),
            OnLink = PolicyOf(parts.Groups["onlink"]),
            Enforce = parts.Groups["enforce"].Success,
            Conversions = parts.Groups["conversion"].Success ? [TestConversions.Named(parts.Groups["conversion"].Value)] : [],
        };
    }

    // phones[type=mobile].number, and phones.number for the first element.
    private static PropertyDescription? SelectedBy(EntityDescription entity, string path) =>
        entity.Property(path.Split('[', '.')[0])!.Elements!.Property(path[(path.LastIndexOf('.') + 1)..]);

    private static ConflictPolicy? PolicyOf(Group word) => word.Success ? Enum.Parse<ConflictPolicy>(word.Value, ignoreCase: true) : null;

    private static Condition? ConditionOf(Match parts, Place place) => parts.Groups["if"].Success || parts.Groups["iftarget"].Success
        ? new Condition(TestsOf(parts.Groups["if"]), TestsOf(parts.Groups["iftarget"]), place)
        : null;

    private static ImmutableArray<ImmutableArray<PropertyTest>> TestsOf(Group test) => test.Success
        ? [[new PropertyTest(test.Value.Split(' ')[0], [.. test.Value.Split(' ')[2].Split(',').Select(value => value == "-" ? string.Empty : value)], false)]]
        : [];

    private static Direction DirectionOf(string sign) => sign switch
    {
        ">" => Direction.ToTarget,
        "<" => Direction.ToSource,
        _ => Direction.Both,
    };

    [GeneratedRegex(@"^(?<source>[\w.]+(?:\[(?:'[^']*'|[^\]'])+\][\w.]+)?) (?<way>[=<>]) (?<target>[\w.]+(?:\[(?:'[^']*'|[^\]'])+\][\w.]+)?)(?: via (?<conversion>\w+))?(?: of (?<ofSource>\w+) (?<ofTarget>\w+))?(?: if (?<if>[\w.]+(?:\[(?:'[^']*'|[^\]'])+\][\w.]+)? in [-\w,]+))?(?: iftarget (?<iftarget>[\w.]+(?:\[(?:'[^']*'|[^\]'])+\][\w.]+)? in [-\w,]+))?(?: conflict (?<conflict>\w+))?(?: onlink (?<onlink>\w+))?(?<enforce> enforce)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<lists>[\w.]+ [=<>] [\w.]+) each (?<key>[\w.=,]+) \{(?<rows>[^}]*)\}(?<more>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Each();
}
