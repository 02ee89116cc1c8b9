using System.Globalization;
using System.Text.Json;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Proposing;

namespace SesamTalk.Cli.Output;

/// <summary>A flow that was proposed and written to a file.</summary>
/// <param name="File">The file, as a person sees it.</param>
/// <param name="Name">The name of the flow.</param>
/// <param name="Proposal">What is in it.</param>
internal sealed record NewFlow(string File, string Name, FlowProposal Proposal) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"Wrote {File}:");
        page.Line();
        page.Line($"  creates    {WordOf(Proposal.Create)}: {Proposal.CreateReason}");
        foreach (var rule in Proposal.Match)
        {
            page.Line($"  matches    {string.Join(" and ", rule.Pairs.Select(pair => $"{pair.Source} = {pair.Target}"))}: {rule.Reason}");
        }

        page.Line();
        var table = new PlainTable("source", "way", "target", "sure", "why");
        foreach (var row in Proposal.Rows)
        {
            Row(table, row, string.Empty, string.Empty);
            foreach (var element in row.Elements?.Rows ?? [])
            {
                Row(table, element, $"{row.Source}[].", $"{row.Target}[].");
            }
        }

        table.Draw(page);
        page.Line();
        page.Line($"Not matched: {Of(Proposal.SourceLeft, Proposal.Source)}, {Of(Proposal.TargetLeft, Proposal.Target)}; the file lists them.");
        page.Line("Next: look at what is marked 'confirm' in the file, and let 'sesamtalk validate' check it.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", File);
        json.WriteString("flow", Name);
        json.WriteString("source", Proposal.Source.ToString());
        json.WriteString("target", Proposal.Target.ToString());
        json.WriteStartObject("create");
        json.WriteString("policy", WordOf(Proposal.Create));
        json.WriteString("reason", Proposal.CreateReason);
        json.WriteEndObject();
        json.WriteList("match", Proposal.Match, rule =>
        {
            json.WriteList("pairs", rule.Pairs, pair => WritePair(json, pair));
            json.WriteString("reason", rule.Reason);
        });
        json.WriteList("rows", Proposal.Rows, row => WriteRow(json, row));
        WriteLeft(json, "source_left", Proposal.SourceLeft);
        WriteLeft(json, "target_left", Proposal.TargetLeft);
    }

    private static void Row(PlainTable table, ProposedRow row, string source, string target) => table.Row(
        source + row.Source, ArrowOf(row.Direction), target + row.Target, row.Sureness.ToString("0.00", CultureInfo.InvariantCulture), string.Join("; ", row.Reasons));

    private static void WriteRow(Utf8JsonWriter json, ProposedRow row)
    {
        WritePair(json, new MatchPair(row.Source, row.Target));
        json.WriteString("type", row.Type.ToString().ToLowerInvariant());
        json.WriteString("direction", row.Direction switch { Direction.ToTarget => "to_target", Direction.ToSource => "to_source", _ => "both" });
        json.WriteString("convert", row.Convert);
        if (row.Of is { } of)
        {
            json.WriteStartObject("of");
            WritePair(json, new MatchPair(of.Source, of.Target));
            json.WriteEndObject();
        }

        json.WriteNumber("sureness", Math.Round(row.Sureness, 2));
        json.WriteTexts("reasons", row.Reasons);
        if (row.Elements is { } elements)
        {
            json.WriteStartObject("key");
            WritePair(json, elements.Key);
            json.WriteEndObject();
            json.WriteList("elements", elements.Rows, element => WriteRow(json, element));
        }
    }

    private static void WritePair(Utf8JsonWriter json, MatchPair pair)
    {
        json.WriteString("source", pair.Source);
        json.WriteString("target", pair.Target);
    }

    private static void WriteLeft(Utf8JsonWriter json, string name, LeftProperties left)
    {
        json.WriteStartObject(name);
        json.WriteTexts("writable", left.Writable);
        json.WriteTexts("read_only", left.ReadOnly);
        json.WriteEndObject();
    }

    private static string Of(LeftProperties left, OutlinedSide side) => $"{Count.Of(left.Writable.Length + left.ReadOnly.Length)} of {side}";

    private static string WordOf(CreatePolicy policy) => policy.ToString().ToLowerInvariant();

    private static string ArrowOf(Direction direction) => direction switch { Direction.ToTarget => "->", Direction.ToSource => "<-", _ => "<->" };
}
