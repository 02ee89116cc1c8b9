namespace SesamTalk.Simulation.Reference;

/// <content>Clauses R10 and C1: who waits for whom, and whom that lets be made.</content>
internal sealed partial class Model
{
    // For which record a row of a record waits, in which flow.
    private readonly Dictionary<(ModelFlow Flow, string Record, int Row), string> _waiting = [];

    private void Await(ModelFlow flow, bool source, string key, ModelRow row, string referred) =>
        _waiting[(flow, $"{flow.Entity(source).Path}/{key}", row.Number)] = $"{flow.Entity(source).Plan.System}/P/{referred}";

    // Who is waited for anew may have been passed by before.
    private HashSet<(string Flow, string Record)> Awaited() =>
        _plan.Flows.Any(flow => flow.OnReference is not null) ? [.. _waiting.Select(wait => (wait.Key.Flow.Name, wait.Value))] : [];

    private void StopWaiting(Sides it)
    {
        _waiting.Remove((it.Flow, $"{it.Flow.Source.Path}/{it.SourceKey}", it.Row.Number));
        _waiting.Remove((it.Flow, $"{it.Flow.Target.Path}/{it.Link.Target}", it.Row.Number));
    }

    private void StopWaiting(ModelFlow flow, string record) => flow.Rows.ToList().ForEach(row => _waiting.Remove((flow, record, row.Number)));

    private void StopWaiting(ModelFlow flow, string source, string target)
    {
        StopWaiting(flow, $"{flow.Source.Path}/{source}");
        StopWaiting(flow, $"{flow.Target.Path}/{target}");
    }

    // C1: a record of the named entity that goes the same way waits for it.
    private bool IsAwaited(ModelFlow flow, string key)
    {
        var isAwaited = _waiting.Any(wait => wait.Value == $"{flow.Source.Path}/{key}" && IsReferrer(flow, wait.Key.Flow));
        _coverage.Count(isAwaited ? "C1 somebody refers to it" : "C1 nobody refers to it");
        return isAwaited;
    }

    private static bool IsReferrer(ModelFlow flow, ModelFlow waiter) => waiter.Source.Plan.Name == flow.Plan.OnReference
        && waiter.Source.Plan.System == flow.Source.Plan.System && waiter.Target.Plan.System == flow.Target.Plan.System;
}
