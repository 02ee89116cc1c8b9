using System.Globalization;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Output;

/// <summary>What portraits of flows hold, in words.</summary>
internal static class PortraitWords
{
    /// <summary>Who wins where both sides were edited.</summary>
    public static string Of(ConflictPolicy policy) => policy switch
    {
        ConflictPolicy.Source => "of two edits that met, the source's wins",
        ConflictPolicy.Target => "of two edits that met, the target's wins",
        ConflictPolicy.Review => "of two edits that met, a person decides",
        _ => "of two edits that met, the later wins",
    };

    /// <summary>How much one run may write.</summary>
    public static string Of(FlowLimits limits) =>
        $"in a run at most: {Of(limits.Creates, "create")}, {Of(limits.Updates, "update")}, {Of(limits.Deletes, "delete")}";

    /// <summary>What is special about a row.</summary>
    public static IEnumerable<string> More(FlowPortrait flow, RowPortrait row)
    {
        if (row.Of is { } of)
        {
            yield return $"of {of.Source} and {of.Target}";
        }

        if (!row.ElementKey.IsEmpty)
        {
            yield return $"elements paired by {string.Join(" and ", row.ElementKey.Select(pair => $"{pair.Source} = {pair.Target}"))}";
        }

        if (row.When is { } when)
        {
            yield return $"when {when}";
        }

        foreach (var word in Policies(flow, row))
        {
            yield return word;
        }

        if (row.Note is { } note)
        {
            yield return $"note: {note.ReplaceLineEndings(" ")}";
        }
    }

    private static IEnumerable<string> Policies(FlowPortrait flow, RowPortrait row)
    {
        if (row.Conflict != flow.Conflict)
        {
            yield return Of(row.Conflict);
        }

        if (row.OnLink != row.Conflict && row.Of is null)
        {
            yield return $"on a new link {Word(row.OnLink)}";
        }

        if (row.Enforce)
        {
            yield return "edits of the receiving side are taken back";
        }

        if (row.Sensitive)
        {
            yield return "never shown";
        }
    }

    /// <summary>The word of the language for a policy.</summary>
    public static string Word(ConflictPolicy policy) => policy.ToString().ToLowerInvariant();

    private static string Of(Limit limit, string noun) => (limit.Count, limit.Percent) switch
    {
        (null, null) => $"any number of {noun}s",
        ({ } count, null) => Count.Of(count, noun),
        (null, { } percent) => $"{noun}s of {Percent(percent)} of what is linked",
        ({ } count, { } percent) => $"{Count.Of(count, noun)} or {Percent(percent)} of what is linked, whichever is more",
    };

    private static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
