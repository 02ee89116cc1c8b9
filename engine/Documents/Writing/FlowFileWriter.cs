using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Layouts;
using SesamTalk.Engine.Formatting.Ordering;
using static SesamTalk.Engine.Formatting.Layouts.NewLayout;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes a flow file, in the canonical layout.</summary>
internal static class FlowFileWriter
{
    private const string Schema = "# yaml-language-server: $schema=../../schemas/flow.schema.json";
    private const string OpenCondition = "open: write the condition that the description tells in words";
    private const string NoRows = "the document lists none";

    /// <summary>The file, with line feeds.</summary>
    public static string Write(FlowDraft flow) =>
        CanonicalText.Of(Block([.. Head(flow), Create(flow) with { IsApart = true }, .. Match(flow), Properties(flow) with { IsApart = true }]), KeySchemas.Of(FileKind.Flow));

    private static IEnumerable<LayoutEntry> Head(FlowDraft flow)
    {
        yield return Entry("version", Typed("1")) with { Before = [new Comment(Schema, 0, 0, 0), Comment(flow.Heading)] };
        yield return Entry("flow", flow.Name);
        yield return Entry("document", flow.Document);
        if (flow.Description is not null)
            yield return Entry("description", flow.Description);
        yield return Entry("source", Side(flow.Source));
        yield return Entry("target", Side(flow.Target));
    }

    private static LayoutCollection Side(ResolvedSide side) => Braces(Entry("system", side.System), Entry("entity", side.Entity));

    private static LayoutEntry Create(FlowDraft flow) => flow.Create switch
    {
        DraftedCreate.InWords => Entry("create", Braces(Entry("when", Braces()))).Behind(OpenCondition),
        DraftedCreate.OnReference => Entry("create", Braces(Entry("on_reference", Brackets(flow.OnReference)))),
        DraftedCreate.Never => Entry("create", "never"),
        _ => Entry("create", "source"),
    };

    private static IEnumerable<LayoutEntry> Match(FlowDraft flow) =>
        flow.Match.IsEmpty ? [] : [Entry("match", List(flow.Match.Select(rule => Item(Rule(rule.Source, rule.Target)))))];

    // A property may bear the name of a key of the long form.
    private static LayoutCollection Rule(string source, string target)
    {
        LayoutCollection pair = Braces(Entry(source, target));
        return source is "pairs" or "except" ? Braces(Entry("pairs", pair)) : pair;
    }

    private static LayoutEntry Properties(FlowDraft flow) =>
        Entry("properties", List(flow.Rows.Select(RowLayout.Of))).Behind(flow.Rows.IsEmpty ? NoRows : null);
}
