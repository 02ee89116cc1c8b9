using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Output;

/// <summary>What there is in a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Flows">The flows that were asked for.</param>
internal sealed record Listing(Workspace Workspace, ImmutableArray<FlowOutline> Flows) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        WriteFlows(page);
        page.Line();
        WriteSystems(page);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("workspace", Workspace.Folder);
        json.WriteString("profile", Workspace.Profile);
        json.WriteList("flows", Flows, flow => Write(json, flow));
        json.WriteList("systems", Workspace.Systems, system =>
        {
            json.WriteString("name", system.Name);
            json.WriteNumber("rank", system.Rank);
            json.WriteString("connector", system.Connector);
            json.WriteTexts("names", system.Names);
            json.WriteTexts("entities", system.Entities.Select(entity => entity.Name));
        });
    }

    private static void Write(Utf8JsonWriter json, FlowOutline flow)
    {
        json.WriteString("name", flow.Name);
        json.WriteString("document", flow.Document);
        json.WriteString("source", flow.Source.ToString());
        json.WriteString("target", flow.Target.ToString());
        json.WriteString("create", Word(flow.Create));
        json.WriteNumber("match_rules", flow.MatchRules);
        json.WriteNumber("rows", flow.Rows);
        json.WriteTexts("tags", flow.Tags);
        json.WriteString("file", flow.Place.File);
    }

    private void WriteFlows(TextPage page)
    {
        var table = new PlainTable("flow", "source", "target", "create");
        table.AddNumbers("match rules", "rows");
        foreach (var flow in Flows)
        {
            table.Row(flow.Name, $"{flow.Source}", $"{flow.Target}", Word(flow.Create), Count.Of(flow.MatchRules), Count.Of(flow.Rows));
        }

        table.Draw(page);
    }

    private void WriteSystems(TextPage page)
    {
        var table = new PlainTable("system", "connector", "called in documents");
        table.AddNumbers("entities", "rank");
        foreach (var system in Workspace.Systems)
        {
            table.Row(system.Name, system.Connector, string.Join(", ", system.Names), Count.Of(system.Entities.Length), Count.Of(system.Rank));
        }

        table.Draw(page);
        page.Line();
        page.Line($"{Count.Of(Flows.Length, "flow")}, {Count.Of(Workspace.Systems.Length, "system")} in {Workspace.Folder}{Profile}");
    }

    private string Profile => Workspace.Profile is { } profile ? $", profile {profile}" : string.Empty;

    private static string Word(CreatePolicy create) => create.ToString().ToLowerInvariant();
}
