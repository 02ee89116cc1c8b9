using SesamTalk.Engine.Flows;
using Written = SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds what a flow says and a data-flow document cannot.</summary>
internal static class Unsaid
{
    /// <summary>Each thing in a few words.</summary>
    public static IEnumerable<string> Of(Written.FlowDraft flow)
    {
        if (flow.Create.Value is CreatePolicy.Target or CreatePolicy.Both)
            yield return "what is created in the source";
        if (flow.CreateWhen is { Source.IsEmpty: false } or { Target.IsEmpty: false })
            yield return "the condition of 'create' other than in words";
        if (flow.Match.Any(rule => rule.Pairs.Length > 1))
            yield return "match rules of several pairs";
        if (flow.Match.Any(rule => !rule.Except.IsEmpty))
            yield return "values that never match";
        if (flow.Delete != DeleteKind.Keep)
            yield return "what becomes of deletes";
        if (flow.Conflict is { Value: not ConflictPolicy.Latest })
            yield return "who wins a conflict";
        if (flow.Limits != FlowLimits.Default)
            yield return "limits";
        foreach (string thing in OfRows([.. flow.Rows, .. flow.Rows.SelectMany(row => row.Each?.Rows ?? [])]))
            yield return thing;
    }

    private static IEnumerable<string> OfRows(Written.RowDraft[] rows)
    {
        if (rows.Any(row => row.Direction is { Value: not Direction.Both }))
            yield return "directions";
        if (rows.Any(row => row.Conversions.Length > 0 && row.Conversions is not [{ Name.Value: "remove" }]))
            yield return "conversions";
        if (rows.Any(row => row.Each is not null))
            yield return "how elements are paired";
        if (rows.Any(row => row.When is { } when && (WrittenSaying.Clauses(when.Source) is null || WrittenSaying.Clauses(when.Target) is null)))
            yield return "conditions that are no alternatives of values";
        if (rows.Any(row => row.Enforce || row.Sensitive || row.Conflict is not null || row.OnLink is not null))
            yield return "policies of rows";
    }
}
