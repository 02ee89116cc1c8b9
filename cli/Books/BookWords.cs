using SesamTalk.Cli.Output;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Books;

/// <summary>What books of all forms say in the same words.</summary>
internal static class BookWords
{
    public const string Title = "Data flows";
    public const string Introduction = "What the flows do, as a checklist: tick what you have seen work. Each row is kept the same on both sides; a dash stands where it does not run that way.";
    public const string SystemsTitle = "Systems and entities";
    public const string Tested = "Tested by ______________________   on ______________";
    public const string NoRows = "No properties are kept the same: existence and links only.";

    /// <summary>What to look at in a flow beside its rows, a sentence each.</summary>
    public static IEnumerable<string> Checks(FlowPortrait flow) =>
    [
        .. flow.Creates.Distinct(StringComparer.Ordinal),
        .. flow.Match.IsEmpty
            ? ["Records that are there on both sides are not linked: there are no match rules."]
            : flow.Match.Select(rule => $"Records that are there on both sides are linked where {rule}."),
        flow.Deletes,
        $"I{PortraitWords.Of(flow.Limits)[1..]}.",
        $"Of the edits on both sides of one property{PortraitWords.Of(flow.Conflict)["of two edits that met".Length..].Replace(",", string.Empty, StringComparison.Ordinal)}.",
    ];

    /// <summary>The rows, those of elements behind their list.</summary>
    public static IEnumerable<BookRow> Rows(FlowPortrait flow) => flow.Rows.SelectMany(row => new[] { Row(flow, row, string.Empty, string.Empty) }
        .Concat(row.Elements.Select(element => Row(flow, element, $"{row.Source}[].", $"{row.Target}[]."))));

    /// <summary>What may be done with the records of an entity.</summary>
    public static string Rights(SidePortrait side)
    {
        string[] rights = [.. side.CanCreate ? ["create"] : Array.Empty<string>(), .. side.CanUpdate ? ["change"] : Array.Empty<string>(), .. side.CanDelete ? ["delete"] : Array.Empty<string>()];
        return !side.IsKnown ? "not known" : rights.Length == 0 ? "read only" : string.Join(", ", rights);
    }

    private static BookRow Row(FlowPortrait flow, RowPortrait row, string source, string target) => new(source + row.Source, target + row.Target, row)
    {
        RunsThere = row.Direction != Direction.ToSource,
        RunsBack = row.Direction != Direction.ToTarget,
        Loss = row.Loss is null ? row.LawText : $"an edit of the target leaves {row.Loss} in the source",
        Remarks = string.Join("; ", PortraitWords.More(flow, row)),
    };
}

/// <summary>A row of a book.</summary>
/// <param name="Source">The source's property.</param>
/// <param name="Target">The target's property.</param>
/// <param name="Row">The row.</param>
internal sealed record BookRow(string Source, string Target, RowPortrait Row)
{
    /// <summary>Whether it runs from source to target.</summary>
    public required bool RunsThere { get; init; }

    /// <summary>Whether it runs from target to source.</summary>
    public required bool RunsBack { get; init; }

    /// <summary>What is lost.</summary>
    public required string Loss { get; init; }

    /// <summary>What else there is to know.</summary>
    public required string Remarks { get; init; }
}
