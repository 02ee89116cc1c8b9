using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Portraits;

/// <summary>Makes portraits of rows.</summary>
internal static class RowPortraits
{
    /// <summary>The row.</summary>
    /// <param name="flow">Its flow, or the flow between elements that it belongs to.</param>
    /// <param name="row">The row.</param>
    public static RowPortrait Of(FlowView flow, RowView row)
    {
        var draft = row.Draft;
        var conflict = draft.Conflict?.Value ?? flow.Draft.Conflict?.Value ?? ConflictPolicy.Latest;
        var law = LawOf(row);
        return new RowPortrait(draft.Source.Value, draft.Target.Value, Words.Of(row.Type), row.Direction)
        {
            Law = law,
            LawText = law?.ToString() ?? Instead(row),
            Loss = law is { Kind: LawKind.LossyBack } && row.Direction != Direction.ToTarget ? string.Join(", then ", law.WayBack) : null,
            Of = draft.Of is { } of && row.Type == PropertyType.Reference ? new ReferencedEntities(of.Source.Value, of.Target.Value) : null,
            Conversions = draft.ConversionText,
            When = draft.When is { } when ? ConditionWords.Of(when, "source", "target") ?? "a condition that is still to be written" : null,
            Sensitive = draft.Sensitive,
            Enforce = draft.Enforce,
            Conflict = conflict,
            OnLink = draft.OnLink?.Value ?? (row.Type == PropertyType.Reference ? ConflictPolicy.Review : conflict),
            Note = draft.Note,
            ElementKey = [.. (draft.Each?.Key ?? []).Select(pair => new MatchPair(pair.Source.Value, pair.Target.Value))],
            Elements = [.. (row.Elements?.Rows ?? []).Select(element => Of(row.Elements!, element))],
        };
    }

    private static RowLaw? LawOf(RowView row) =>
        row is { Source: { } source, Target: { } target, Draft.Each: null } && row.Type != PropertyType.Reference && row.Conversions.All(c => c.Step?.Conversion is not null)
            ? RowLaw.Of(source.Type, row.Conversions.Select(c => c.Step!.Conversion!), target.Type)
            : null;

    private static string Instead(RowView row) => row switch
    {
        { Draft.Each: not null } => "by element",
        { Type: PropertyType.Reference } => "translated",
        _ => "not known",
    };
}
