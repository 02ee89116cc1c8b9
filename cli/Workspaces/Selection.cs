using System.Collections.Immutable;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>The flows that a command is to take.</summary>
/// <param name="Flows">The flows, in the ordinal order of their names.</param>
/// <param name="IsAll">Whether nothing was said of flows, so that all are meant.</param>
internal sealed record Selection(ImmutableArray<FlowOutline> Flows, bool IsAll)
{
    /// <summary>The names of the flows; none where all are meant.</summary>
    public ImmutableHashSet<string>? Names => IsAll ? null : [.. Flows.Select(flow => flow.Name)];

    /// <summary>What the options of a call pick.</summary>
    /// <exception cref="StoppedException">A selector picks nothing, or nothing is left.</exception>
    /// <param name="call">The call.</param>
    /// <param name="flows">The flows there are.</param>
    /// <param name="more">Selectors that were given beside the options.</param>
    public static Selection Of(Call call, ImmutableArray<FlowOutline> flows, params ReadOnlySpan<string> more)
    {
        var wanted = Selectors([.. more, .. call.Parsed.GetValue<string[]>(SelectorOptions.Select) ?? []], flows);
        var unwanted = Selectors(call.Parsed.GetValue<string[]>(SelectorOptions.Exclude) ?? [], flows);
        var taken = flows
            .Where(flow => wanted.Length == 0 || wanted.Any(selector => selector.Takes(flow)))
            .Where(flow => !unwanted.Any(selector => selector.Takes(flow)));
        var selection = new Selection([.. taken], wanted.Length + unwanted.Length == 0);
        return selection.Flows.IsEmpty && !selection.IsAll
            ? throw new StoppedException(ExitCode.Usage, "No flow is left: --exclude leaves out all that there are to take.")
            : selection;
    }

    private static Selector[] Selectors(string[] words, ImmutableArray<FlowOutline> flows)
    {
        Selector[] selectors = [.. words.Select(Selector.Parse)];
        var idle = selectors.FirstOrDefault(selector => !flows.Any(selector.Takes));
        return idle is null ? selectors : throw PicksNothing(idle, flows);
    }

    private static StoppedException PicksNothing(Selector selector, ImmutableArray<FlowOutline> flows)
    {
        string[] words = [.. flows.SelectMany(selector.WordsOf).Distinct(StringComparer.Ordinal)];
        var wider = Selector.Parse($"*{selector.Text}*");
        var nearest = selector.Prefix.Length == 0 && flows.Any(wider.Takes) ? wider.Text : NearestName.Find(selector.Text, words);
        var question = nearest is null ? string.Empty : $" Did you mean '{nearest}'?";
        return new StoppedException(ExitCode.Usage, $"No flow is selected by '{selector.Text}'.{question}", "'sesamtalk ls' lists the flows.");
    }
}
