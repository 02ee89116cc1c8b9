using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Output;

/// <summary>Flows after defaults.</summary>
/// <param name="Flows">The flows.</param>
internal sealed record ShownFlows(ImmutableArray<FlowPortrait> Flows) : IReport
{
    private const int Indent = 11;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        foreach (var flow in Flows)
        {
            if (flow != Flows[0])
            {
                page.Line();
            }

            Write(page, flow);
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json) => json.WriteList("flows", Flows, flow => PortraitForm.Write(json, flow));

    private static void Write(TextPage page, FlowPortrait flow)
    {
        page.Heading(flow.Name);
        Named(page, "file", flow.File);
        Named(page, "document", flow.Document);
        Named(page, "about", flow.Description?.ReplaceLineEndings(" ").Trim());
        Named(page, "tags", flow.Tags.IsEmpty ? null : string.Join(", ", flow.Tags));
        Named(page, "source", Side(flow.Source));
        Named(page, "target", Side(flow.Target));
        Named(page, "creates", [.. flow.Creates]);
        Named(page, "matches", flow.Match.IsEmpty ? ["by nothing: no match rules"] : [.. flow.Match.Select(rule => rule.ToString())]);
        Named(page, "deletes", flow.Deletes);
        Named(page, "conflicts", PortraitWords.Of(flow.Conflict));
        Named(page, "limits", PortraitWords.Of(flow.Limits));
        page.Line();
        WriteRows(page, flow);
        WriteUnwritable(page, flow);
    }

    private static void WriteRows(TextPage page, FlowPortrait flow)
    {
        if (flow.Rows.IsEmpty)
        {
            page.Line("No rows: existence and links only are kept.");
            return;
        }

        var table = new PlainTable("source", "way", "target", "type", "conversion", "law", "more");
        foreach (var row in flow.Rows)
        {
            Row(table, flow, row, string.Empty, string.Empty);
            foreach (var element in row.Elements)
            {
                Row(table, flow, element, $"{row.Source}[].", $"{row.Target}[].");
            }
        }

        table.Draw(page);
    }

    private static void Row(PlainTable table, FlowPortrait flow, RowPortrait row, string source, string target) => table.Row(
        source + row.Source, row.Arrow, target + row.Target, row.Type, row.Conversions, row.LawText, string.Join("; ", PortraitWords.More(flow, row)));

    private static void WriteUnwritable(TextPage page, FlowPortrait flow)
    {
        if (flow.Unwritable.IsEmpty)
        {
            return;
        }

        page.Line();
        page.Line("Cannot be written:");
        foreach (var (what, why) in flow.Unwritable)
        {
            page.Line($"  {what}: {why}");
        }
    }

    private static void Named(TextPage page, string name, params ReadOnlySpan<string?> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (!string.IsNullOrEmpty(line))
            {
                page.Line($"  {(first ? name : string.Empty).PadRight(Indent)}{line}");
                first = false;
            }
        }
    }

    private static string Side(SidePortrait side) => side.IsKnown ? $"{side}, key {side.Key}" : $"{side}, which is not known";
}
