using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>The status for a person: each list says what to do next.</summary>
internal static class StatusText
{
    private const int MostOfAList = 20;

    /// <summary>The last run in one line.</summary>
    public static string LastRun(RunStatus? run) => run switch
    {
        null => "Nothing has run here yet. Next: 'sesamtalk run'.",
        { Ended: { } ended } => $"Last run: {run.Run}{(run.IsUndo ? ", which took an earlier one back" : string.Empty)}, {run.Outcome}, {Time(run.Started)}, {Count.Seconds(ended - run.Started)} s",
        _ => $"Last run: {run.Run}, begun {Time(run.Started)} by {run.Holder}, not ended: it is under way, or it was stopped and the next run goes on from there",
    };

    /// <summary>A line a flow.</summary>
    public static void Flows(TextPage page, ImmutableArray<FlowStatus> flows)
    {
        var table = new PlainTable("flow");
        table.AddNumbers("links", "review", "waiting");
        foreach (var flow in flows)
        {
            table.Row(flow.Flow, Count.Of(flow.Links), Count.Of(flow.InReview), Count.Of(flow.Waiting));
        }

        table.Total("total", Count.Of(flows.Sum(f => f.Links)), Count.Of(flows.Sum(f => f.InReview)), Count.Of(flows.Sum(f => f.Waiting)));
        table.Draw(page);
    }

    /// <summary>What waits for a person, or for another record.</summary>
    public static void Lists(TextPage page, StateStatus status)
    {
        List(
            page,
            $"In review ({Total(status.Flows.Sum(flow => flow.InReview), status.Reviews.Length)})",
            status.Reviews.GroupBy(review => review.Flow).SelectMany(flow => flow.Select(Review).Prepend($"  {flow.Key}")),
            "'sesamtalk links list' tells what speaks for each; 'sesamtalk links link' links two. Or make the values that they share different: the next run links what is no longer ambiguous.");
        List(
            page,
            $"Waiting ({Total(status.Flows.Sum(flow => flow.Waiting), status.Waiting.Length)})",
            status.Waiting.GroupBy(waiting => waiting.Flow).SelectMany(flow => flow.Select(w => $"    {w.Record}: {w.Reason}").Prepend($"  {flow.Key}")),
            "Fill in what is missing, or let the record that is waited for be linked; the next run goes on by itself.");
        List(
            page,
            $"Not accepted or not readable ({Count.Of(status.DeadLetters.Length)})",
            status.DeadLetters.Select(letter => $"    {letter.Record}: {letter.What}, run {letter.Run}: {letter.Message}"),
            "Correct the record; it is tried again when it changes, or with 'sesamtalk dead-letters retry'.");
        Rest(page, status);
    }

    private static void Rest(TextPage page, StateStatus status)
    {
        page.Line();
        page.Line(status.Conflicts == 0
            ? "No conflicts are recorded."
            : $"{Count.Of(status.Conflicts, "conflict")} recorded, with both values: 'sesamtalk conflicts list --all'.");
        if (!status.WaitingConflicts.IsEmpty)
        {
            page.Line($"{Count.Of(status.WaitingConflicts.Length, "of them waits", "of them wait")} for a decision: 'sesamtalk conflicts list'.");
        }

        if (status.OpenCreates > 0)
        {
            page.Line($"{Count.Of(status.OpenCreates, "create")} not finished: the next run finds out what became of {(status.OpenCreates == 1 ? "it" : "them")} before it creates anything; where nothing tells, the record is in review.");
        }

        if (status.ForNextRun > 0)
        {
            page.Line($"The next run looks at {Count.Of(status.ForNextRun, "record")} again, whether or not they change.");
        }
    }

    private static void List(TextPage page, string title, IEnumerable<string> lines, string next)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        page.Line();
        page.Heading(title);
        Array.ForEach(all[..Math.Min(all.Length, MostOfAList)], page.Line);
        if (all.Length > MostOfAList)
        {
            page.Line($"    and {Count.Of(all.Length - MostOfAList, "line")} more; '--format json' tells all of them");
        }

        page.Line($"  What to do: {next}");
    }

    private static string Review(ReviewStatus review) =>
        $"    {review.Record}: {review.Reason}{(review.Candidates.IsEmpty ? string.Empty : $"; candidates: {string.Join(", ", review.Candidates.Select(candidate => candidate.Record))}")}";

    private static string Total(long all, int listed) => all > listed ? $"{Count.Of(all)}, the first {Count.Of(listed)} are listed" : Count.Of(all);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
