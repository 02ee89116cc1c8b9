using System.Text.Json;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Output;

/// <summary>Portraits of flows as members of a JSON object.</summary>
internal static class PortraitForm
{
    /// <summary>Writes a flow.</summary>
    public static void Write(Utf8JsonWriter json, FlowPortrait flow)
    {
        json.WriteString("name", flow.Name);
        json.WriteString("file", flow.File);
        json.WriteString("document", flow.Document);
        json.WriteString("description", flow.Description);
        json.WriteTexts("tags", flow.Tags);
        json.WriteString("source", flow.Source.ToString());
        json.WriteString("target", flow.Target.ToString());
        json.WriteTexts("not_known", new[] { flow.Source, flow.Target }.Where(side => !side.IsKnown).Select(side => side.ToString()).Distinct(StringComparer.Ordinal));
        json.WriteString("create", flow.Create.ToString().ToLowerInvariant());
        json.WriteTexts("creates", flow.Creates);
        json.WriteList("match", flow.Match, rule =>
        {
            json.WriteList("pairs", rule.Pairs, pair => Write(json, pair));
            json.WriteTexts("except", rule.Except);
        });
        json.WriteString("delete", flow.Delete.ToString().ToLowerInvariant());
        json.WriteString("conflict", PortraitWords.Word(flow.Conflict));
        Write(json, flow.Limits);
        json.WriteList("rows", flow.Rows, row => Write(json, row));
        json.WriteList("cannot_be_written", flow.Unwritable, unwritable =>
        {
            json.WriteString("what", unwritable.What);
            json.WriteString("why", unwritable.Why);
        });
    }

    private static void Write(Utf8JsonWriter json, RowPortrait row)
    {
        json.WriteString("source", row.Source);
        json.WriteString("target", row.Target);
        json.WriteString("type", row.Type);
        json.WriteString("direction", row.Direction switch { Direction.ToTarget => "to_target", Direction.ToSource => "to_source", _ => "both" });
        json.WriteString("convert", row.Conversions.Length == 0 ? null : row.Conversions);
        json.WriteString("law", row.LawText);
        json.WriteString("loses", row.Loss);
        json.WriteString("when", row.When);
        json.WriteString("conflict", PortraitWords.Word(row.Conflict));
        json.WriteString("on_link", PortraitWords.Word(row.OnLink));
        json.WriteBoolean("enforce", row.Enforce);
        json.WriteBoolean("sensitive", row.Sensitive);
        json.WriteString("note", row.Note);
        if (row.Of is { } of)
        {
            json.WriteStartObject("of");
            json.WriteString("source", of.Source);
            json.WriteString("target", of.Target);
            json.WriteEndObject();
        }

        if (!row.ElementKey.IsEmpty)
        {
            json.WriteList("element_key", row.ElementKey, pair => Write(json, pair));
            json.WriteList("elements", row.Elements, element => Write(json, element));
        }
    }

    private static void Write(Utf8JsonWriter json, MatchPair pair)
    {
        json.WriteString("source", pair.Source);
        json.WriteString("target", pair.Target);
    }

    private static void Write(Utf8JsonWriter json, FlowLimits limits)
    {
        json.WriteStartObject("limits");
        foreach (var (name, limit) in new[] { ("creates", limits.Creates), ("updates", limits.Updates), ("deletes", limits.Deletes) })
        {
            Write(json, name, limit.Count);
            Write(json, $"{name}_percent", limit.Percent);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
