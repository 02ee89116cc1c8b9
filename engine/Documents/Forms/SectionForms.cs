using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds what a section has beyond its flow, so that it can be written again as it stands.</summary>
internal static class SectionForms
{
    /// <summary>The form of a section.</summary>
    /// <param name="section">The section as it was read.</param>
    /// <param name="flow">What came of it.</param>
    /// <param name="expected">The section that one would expect of the flow.</param>
    public static SectionForm Of(DocumentSection section, SayableFlow flow, DocumentSection expected) =>
        new(flow.Name, section.Source, section.Target, section.TargetSystem)
        {
            MatchSentences = section.MergesExisting == expected.MergesExisting ? null : section.MergesExisting,
            Connected = section.Connection is { } connected && !connected.Entities.SequenceEqual(expected.Connection!.Entities) ? connected.Entities : [],
            Into = section.Connection is { } into && into.Into != expected.Connection!.Into ? into.Into : null,
            Merge = Cells(section.Merge) is var cells && SameCells(cells, Cells(expected.Merge)) ? null : cells,
            Rows = Rows(section, flow),
        };

    private static (string Source, string Target)[]? RowsOf(ImmutableArray<MergeRow>? rows) => rows?.Select(row => (row.Source.Raw, row.Target.Raw)).ToArray();

    private static ImmutableArray<(string Source, string Target)>? Cells(ImmutableArray<MergeRow>? rows) => RowsOf(rows) is { } cells ? [.. cells] : null;

    private static bool SameCells(ImmutableArray<(string Source, string Target)>? one, ImmutableArray<(string Source, string Target)>? other) =>
        one is { } some && other is { } others ? some.SequenceEqual(others) : one is null && other is null;

    // Rows that say the same are told apart by their order, so one odd one among them brings all of them here.
    private static ImmutableArray<RowForm> Rows(DocumentSection section, SayableFlow flow)
    {
        RowForm[] all = [.. flow.Rows.Zip(section.Properties, (says, row) => new RowForm(says, new SayableRow(row.Source.Raw, row.Target.Raw, row.DataType)))];
        HashSet<SayableRow> odd = [.. all.Where(row => row.Says != row.Writes).Select(row => row.Says)];
        return odd.Count == 0 ? [] : [.. all.Where(row => odd.Contains(row.Says))];
    }
}
