using SesamTalk.Engine.Formatting.Layouts;
using static SesamTalk.Engine.Formatting.Layouts.NewLayout;

namespace SesamTalk.Engine.Documents;

/// <summary>Lays out a row of a property table.</summary>
internal static class RowLayout
{
    /// <summary>The row in braces, with what is left open behind it.</summary>
    public static LayoutEntry Of(RowDraft row) =>
        Item(Braces(Parts(row))).Behind(row is { Type: "reference", Of: null } ? "open: of: { source: ..., target: ... }" : null);

    private static IEnumerable<LayoutEntry> Parts(RowDraft row)
    {
        yield return Entry("source", row.Source);
        yield return Entry("target", row.Target);
        if (row.Type is not null)
            yield return Entry("type", row.Type);
        if (row.Of is { } of)
            yield return Entry("of", Braces(Entry("source", of.Source), Entry("target", of.Target)));
        if (row.Removes is not null)
            yield return Entry("convert", Braces(Entry("remove", row.Removes)));
        if (ConditionLayout.Of(row) is { } condition)
            yield return Entry("when", condition);
        if (row.Kept is not null)
            yield return Entry("note", "Data Type " + row.Kept);
    }
}
