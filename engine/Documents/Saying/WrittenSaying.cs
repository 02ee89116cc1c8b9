using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Portraits;
using Written = SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Documents;

/// <summary>What a document can say of a flow as its author wrote it.</summary>
internal static class WrittenSaying
{
    /// <summary>What stands before a cell that an import kept word for word.</summary>
    public const string Kept = "Data Type ";

    private const string Remove = "remove";

    public static SayableFlow Of(Written.FlowDraft flow) => new(flow.Name, Side(flow.Source), Side(flow.Target))
    {
        Opening = Opening(flow),
        Words = flow.CreateWhen is { } when ? WordsOf(flow.Description, when) : "",
        OnReference = [.. flow.CreateOnReference.Select(e => e.Value)],
        Rules = [.. flow.Match.Where(rule => rule.Pairs.Length == 1).Select(rule => (rule.Pairs[0].Source.Value, rule.Pairs[0].Target.Value))],
        Rows = [.. flow.Rows.SelectMany(Rows)],
    };

    /// <summary>The conditions of one side as a document says them; none where it cannot.</summary>
    public static Clause[]? Clauses(ImmutableArray<ImmutableArray<PropertyTestDraft>> alternatives) =>
        alternatives.Any(tests => tests is not [{ IsNegated: false }])
            ? null
            : [.. from tests in alternatives
                  from value in tests[0].Values
                  select new Clause(value, tests[0].Path.Value == ConditionLayout.NotNamed ? "" : tests[0].Path.Value)];

    private static SayableSide Side(SideDraft side) => new(side.System.Value, side.Entity.Value);

    private static OpeningKind Opening(Written.FlowDraft flow) =>
        flow.CreateWhen is not null ? OpeningKind.InWords
        : !flow.CreateOnReference.IsEmpty || flow.Create.Value is CreatePolicy.Never or CreatePolicy.Target ? OpeningKind.Before
        : OpeningKind.Every;

    private static string WordsOf(string? description, ConditionDraft when)
    {
        string words = (description ?? "").ReplaceLineEndings(" ");
        return !string.IsNullOrWhiteSpace(words) ? words
            : ConditionWords.Of(when, "source", "target") is { } condition ? $"When {condition}"
            : "Under a condition that is still to be written";
    }

    // A document knows no elements of their own: their rows stand with the path of the list before them.
    private static IEnumerable<SayableRow> Rows(Written.RowDraft row) =>
    [
        Row(row, "", ""),
        .. (row.Each?.Rows ?? []).Select(element => Row(element, row.Source.Value + ".", row.Target.Value + ".")),
    ];

    private static SayableRow Row(Written.RowDraft row, string source, string target) => new(
        CellText.Of(source + row.Source.Value, row.When is null ? [] : Clauses(row.When.Source) ?? []),
        CellText.Of(target + row.Target.Value, row.When is null ? [] : Clauses(row.When.Target) ?? []),
        CellText.OfType(TypeOf(row), Removes(row), !row.Conversions.IsEmpty && Removes(row) is null, KeptOf(row)));

    private static string? TypeOf(Written.RowDraft row) =>
        row.Each is not null ? "list" : row.Type is { } type ? Words.Of(type.Value) : row.Of is null ? null : "reference";

    private static string? Removes(Written.RowDraft row) =>
        row.Conversions is [{ Name.Value: Remove, Argument: ScalarNode argument }] ? argument.Text : null;

    private static string? KeptOf(Written.RowDraft row) =>
        row.Note is { } note && note.StartsWith(Kept, StringComparison.Ordinal) ? note[Kept.Length..] : null;
}
