using System.Text;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Ordering;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes a flow file, in the canonical layout.</summary>
internal static class FlowFileWriter
{
    private const string Schema = "# yaml-language-server: $schema=../../schemas/flow.schema.json";

    /// <summary>The file, with line feeds.</summary>
    public static string Write(FlowDraft flow)
    {
        StringBuilder text = new(1024);
        WriteHead(text, flow);
        WriteIdentity(text, flow);
        WriteProperties(text, flow);
        return CanonicalText.Of(text.ToString(), KeySchemas.Of(FileKind.Flow));
    }

    private static void WriteHead(StringBuilder text, FlowDraft flow)
    {
        Line(text, Schema);
        Line(text, YamlText.Comment(flow.Heading));
        Line(text, "version: 1");
        Line(text, $"flow: {flow.Name}");
        Line(text, $"document: {YamlText.Scalar(flow.Document)}");
        if (flow.Description is not null)
            Line(text, $"description: {YamlText.Scalar(flow.Description)}");
        Line(text, $"source: {Side(flow.Source)}");
        Line(text, $"target: {Side(flow.Target)}");
    }

    private static void WriteIdentity(StringBuilder text, FlowDraft flow)
    {
        Line(text, "");
        Line(text, flow.CreateComment is null ? $"create: {flow.Create}" : $"create: {flow.Create}   # {flow.CreateComment}");
        if (flow.Match.IsEmpty)
            return;
        Line(text, "match:");
        foreach ((string source, string target) in flow.Match)
            Line(text, $"  - {Rule(source, target)}");
    }

    private static void WriteProperties(StringBuilder text, FlowDraft flow)
    {
        Line(text, "");
        if (flow.Rows.IsEmpty)
        {
            Line(text, "properties: []   # the document lists none");
            return;
        }
        Line(text, "properties:");
        foreach (RowDraft row in flow.Rows)
            Line(text, $"  - {RowText.Of(row)}");
    }

    private static string Side(ResolvedSide side) => $"{{ system: {YamlText.Scalar(side.System)}, entity: {YamlText.Scalar(side.Entity)} }}";

    // A property may bear the name of a key of the long form.
    private static string Rule(string source, string target)
    {
        string pair = $"{{ {YamlText.Scalar(source)}: {YamlText.Scalar(target)} }}";
        return source is "pairs" or "except" ? $"{{ pairs: {pair} }}" : pair;
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
