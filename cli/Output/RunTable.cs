using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Output;

/// <summary>The closing table of a run: a line a flow, without columns and lines that hold only zeros.</summary>
internal static class RunTable
{
    // What was done, and what is open since; then what it cost.
    private static readonly ImmutableArray<Figure> Done =
    [
        new("linked", "linked", flow => flow.Linked),
        new("created ->", "created_in_target", flow => flow.CreatedInTarget),
        new("created <-", "created_in_source", flow => flow.CreatedInSource),
        new("updated ->", "updated_in_target", flow => flow.UpdatedInTarget),
        new("updated <-", "updated_in_source", flow => flow.UpdatedInSource),
        new("deleted ->", "deleted_in_target", flow => flow.DeletedInTarget),
        new("deleted <-", "deleted_in_source", flow => flow.DeletedInSource),
        new("ended", "ended", flow => flow.Ended),
        new("conflicts", "conflicts", flow => flow.Conflicts),
    ];

    private static readonly ImmutableArray<Figure> Open =
    [
        new("waiting", "waiting", flow => flow.Waiting),
        new("review", "in_review", flow => flow.InReview),
        new("rejected", "rejected", flow => flow.Rejected),
    ];

    private static readonly Figure Read = new("read", "read", flow => flow.Read);
    private static readonly Figure Calls = new("calls", "calls", flow => flow.Calls);

    /// <summary>Whether the run did anything.</summary>
    public static bool IsBusy(RunReport report) => report.Flows.Any(IsBusy);

    /// <summary>Draws the table.</summary>
    public static void Draw(TextPage page, RunReport report)
    {
        ImmutableArray<FlowReport> busy = [.. report.Flows.Where(IsBusy)];
        ImmutableArray<Figure> middle = [.. Done.Concat(Open).Where(figure => busy.Any(flow => figure.Of(flow) > 0))];
        ImmutableArray<Figure> figures = [Read, .. middle, .. busy.Any(flow => flow.Calls > 0) ? [Calls] : ImmutableArray<Figure>.Empty];
        var table = new PlainTable("flow");
        table.AddNumbers([.. figures.Select(figure => figure.Title), "seconds"]);
        foreach (var flow in busy)
        {
            table.Row([flow.Flow, .. figures.Select(figure => Count.Of(figure.Of(flow))), Count.Seconds(flow.Time)]);
        }

        table.Total(["total", .. figures.Select(figure => Total(figure, report, busy)), Count.Seconds(report.Ended - report.Started)]);
        table.Draw(page);
        WriteLegend(page, middle, report.Flows.Length - busy.Length);
    }

    /// <summary>All figures of a flow, for a program.</summary>
    public static void Write(Utf8JsonWriter json, FlowReport flow)
    {
        json.WriteString("flow", flow.Flow);
        foreach (var figure in (ImmutableArray<Figure>)[Read, .. Done, .. Open, Calls])
        {
            json.WriteNumber(figure.Name, figure.Of(flow));
        }

        json.WriteNumber("seconds", Math.Round(flow.Time.TotalSeconds, 3));
    }

    private static bool IsBusy(FlowReport flow) => Done.Any(figure => figure.Of(flow) > 0) || flow.Rejected > 0;

    // An entity that several flows share was read once.
    private static string Total(Figure figure, RunReport report, ImmutableArray<FlowReport> shown) => Count.Of(
        figure == Read ? report.Entities.Sum(entity => entity.Read)
        : figure == Calls ? report.Flows.Sum(Calls.Of)
        : shown.Sum(figure.Of));

    private static void WriteLegend(TextPage page, ImmutableArray<Figure> shown, int idle)
    {
        if (shown.Any(figure => figure.Title.Contains("->", StringComparison.Ordinal) || figure.Title.Contains("<-", StringComparison.Ordinal)))
        {
            page.Line("->  in the flow's target, <-  in its source. A write that serves several flows counts for the first of them.");
        }

        if (idle > 0)
        {
            page.Line($"{Count.Of(idle, "flow")} changed nothing.");
        }
    }

    private sealed record Figure(string Title, string Name, Func<FlowReport, long> Of);
}
