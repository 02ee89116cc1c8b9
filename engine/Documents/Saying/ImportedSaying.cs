using System.Collections.Immutable;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Documents;

/// <summary>What a document can say of a flow that an import has just drafted: what would come of the flow file, without writing and reading it.</summary>
internal static class ImportedSaying
{
    public static SayableFlow Of(FlowDraft flow, DocumentSection section) => new(flow.Name, Side(flow.Source), Side(flow.Target))
    {
        Opening = section.Opening.Kind,
        Words = flow.Description ?? "",
        OnReference = flow.OnReference,
        Rules = [.. flow.Match.Select(rule => (SelectingPath.Spelt(rule.Source), SelectingPath.Spelt(rule.Target)))],
        Rows = [.. flow.Rows.Select(Row)],
    };

    private static SayableSide Side(ResolvedSide side) => new(side.System, side.Entity);

    private static SayableRow Row(RowDraft row) => new(
        CellText.Of(SelectingPath.Spelt(row.Source), Clauses(row.SourceConditions)),
        CellText.Of(SelectingPath.Spelt(row.Target), Clauses(row.TargetConditions)),
        CellText.OfType(row.Type, row.Removes, convertsOtherwise: false, row.Kept));

    private static Clause[] Clauses(ImmutableArray<Clause> clauses) =>
        [.. clauses.Select(c => c.Path == ConditionLayout.NotNamed ? c with { Path = "" } : c with { Path = SelectingPath.Spelt(c.Path) })];
}
