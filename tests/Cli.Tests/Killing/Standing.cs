using System.Collections.Immutable;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Tests.Killing;

/// <summary>What a state says of records, in words that do not depend on keys that were made up, nor on when and by which run it came about.</summary>
/// <param name="Links">The links that hold, by flow.</param>
/// <param name="GivenLinks">Those of them between records that were there before.</param>
/// <param name="Open">Who is in review, who waits, what was not accepted, and what the next run is to look at.</param>
/// <param name="OpenCreates">How many creates are not resolved.</param>
internal sealed record Standing(ImmutableArray<string> Links, ImmutableArray<string> GivenLinks, ImmutableArray<string> Open, long OpenCreates)
{
    /// <summary>Reads it.</summary>
    /// <param name="set">The flows.</param>
    /// <param name="now">All records as they are.</param>
    /// <param name="before">All records as they were before any run.</param>
    public static Standing Of(FlowSet set, Snapshot now, Snapshot before)
    {
        var names = Settled.NamesOf(now, before);
        string NameOf(string record) => names.GetValueOrDefault(record, record);
        using var state = StateReader.Open(set.Workspace.State, set)!;
        var status = state.Status();
        var links = set.Flows
            .SelectMany(flow => state.Links(flow.Name).Where(link => link.EndedIn is null).Select(link => (Flow: flow.Name, Source: $"{flow.Source}/{link.SourceKey}", Target: $"{flow.Target}/{link.TargetKey}")))
            .ToList();
        return new Standing(
            [.. links.Select(link => $"{link.Flow}: {NameOf(link.Source)} = {NameOf(link.Target)}")],
            [.. links.Where(link => before.Records.ContainsKey(link.Source) && before.Records.ContainsKey(link.Target)).Select(link => $"{link.Flow}: {link.Source} = {link.Target}")],
            [
                .. status.Reviews.Select(it => $"{it.Flow}: {NameOf(it.Record)} is in review with {string.Join(" and ", it.Candidates.Select(candidate => NameOf(candidate.Record)).Order(StringComparer.Ordinal))}"),
                .. status.Waiting.Select(it => $"{it.Flow}: {NameOf(it.Record)} waits"),
                .. status.DeadLetters.Select(it => $"{it.Flow}: {NameOf(it.Record)} was not accepted"),
                $"{status.ForNextRun} for the next run",
            ],
            status.OpenCreates);
    }
}
