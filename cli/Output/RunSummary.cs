using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Output;

/// <summary>What a run did.</summary>
/// <param name="Report">The report of the engine.</param>
/// <param name="Flows">The flows that ran.</param>
internal sealed record RunSummary(RunReport Report, ImmutableArray<FlowOutline> Flows) : IReport
{
    /// <summary>The run in a line.</summary>
    public string Headline => RunTable.IsBusy(Report)
        ? $"Run {Report.Run}: {Size()} in {Time()}."
        : $"Run {Report.Run}: {(Report.Findings.IsEmpty ? "nothing to do" : "nothing was written")}. {Size()} in {Time()}.";

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line(Headline);
        if (RunTable.IsBusy(Report))
        {
            page.Line();
            RunTable.Draw(page, Report);
        }

        FindingForm.Write(page, Report.Findings);
        NextSteps.Write(page, Report);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteIdentifier("run", Report.Run);
        json.WriteTime("started", Report.Started);
        json.WriteTime("ended", Report.Ended);
        json.WriteNumber("writes", Report.Writes);
        json.WriteList("flows", Report.Flows, flow => RunTable.Write(json, flow));
        json.WriteList("entities", Report.Entities, entity => Write(json, entity));
        FindingForm.Write(json, Report.Findings);
    }

    private static void Write(Utf8JsonWriter json, EntityReport entity)
    {
        json.WriteString("entity", $"{entity.System}/{entity.Entity}");
        json.WriteBoolean("complete", entity.Complete);
        json.WriteNumber("read", entity.Read);
        json.WriteNumber("changed", entity.Changed);
        json.WriteNumber("unreadable", entity.Unreadable);
    }

    private string Size()
    {
        var systems = Report.Entities.Select(entity => entity.System).Distinct(StringComparer.Ordinal).Count();
        var read = Report.Entities.Sum(entity => entity.Read);
        return $"{Count.Of(Flows.Length, "flow")} over {Count.Of(systems, "system")}, {Count.Of(read, "record")} read";
    }

    private string Time() => $"{Count.Seconds(Report.Ended - Report.Started)} s";
}
