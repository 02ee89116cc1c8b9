using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>What the rows of elements, and the row of their lists, cannot ask for (clause R11).</summary>
internal sealed class ElementLimitsRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        flow.Draft.Rows.Where(row => row.Each is not null && !flow.Source.IsElement).SelectMany(list => OfList(list).Concat(list.Each!.Rows.SelectMany(row => OfElement(list, row))));

    private static IEnumerable<Diagnostic> OfList(RowDraft list)
    {
        if (list.Enforce)
        {
            yield return NotEnforced(list);
        }

        if (!list.Conversions.IsEmpty)
        {
            yield return ElementFaults.Impossible(list.Conversions[0].Name.Place, "a list of elements is not converted as a whole", "convert the properties of the elements");
        }
    }

    private static IEnumerable<Diagnostic> OfElement(RowDraft list, RowDraft row)
    {
        if (row.Each is { } each)
        {
            yield return ElementFaults.Impossible(each.Place, "elements have no lists of elements of their own", "take the row away");
        }

        if (row.Enforce)
        {
            yield return NotEnforced(row);
        }

        if (list.Direction is { Value: not Direction.Both } outer && row.Direction is { } inner && inner.Value != outer.Value)
        {
            yield return ElementFaults.Impossible(inner.Place, $"the list runs {Reading.Words.Of(outer.Value)}, and its elements with it", "take the direction of this row away");
        }
    }

    private static Diagnostic NotEnforced(RowDraft row) =>
        ElementFaults.Impossible(row.Place, "edits of elements are not taken back", "take 'enforce' away; with a direction, an edit stays where it was made until the sending side changes");
}
