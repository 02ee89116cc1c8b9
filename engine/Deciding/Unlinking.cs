using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Deciding;

/// <summary>Ends the links between two records because a person says so: never again (clause I6). It writes nothing to any system and is no delete.</summary>
internal sealed class Unlinking(Desk desk)
{
    private readonly StateFile _state = desk.State;

    /// <summary>Unlinks two records, or, where they are not linked, keeps them from ever being.</summary>
    public DecisionOutcome Unlink(NamedRecord one, NamedRecord other)
    {
        var cluster = _state.Mirror.ClusterOf(one.Record.Id);
        var removed = Remove(one, other);
        if (removed > 0 && _state.Intents.HasIn(cluster))
        {
            return DecisionOutcome.Refused($"A counterpart is being created for what belongs to {one} and {other}.", "Let 'sesamtalk run' finish it first.");
        }

        var wasApart = _state.Apart.Has(one.Record.Id, other.Record.Id);
        _state.Apart.Add(one.Record.Id, other.Record.Id, desk.Context.Run);
        if (removed > 0)
        {
            desk.Clusters.Split(cluster);
        }

        desk.Mark(one);
        desk.Mark(other);
        return Told(one, other, removed, wasApart);
    }

    private int Remove(NamedRecord one, NamedRecord other)
    {
        var removed = 0;
        foreach (var flow in _state.Numbers.AllFlows())
        {
            if (_state.Links.Remove(flow, one.Record.Id, other.Record.Id) is { } state)
            {
                _state.Counts.UncountLink(flow, state);
                removed++;
            }
        }

        return removed;
    }

    private static DecisionOutcome Told(NamedRecord one, NamedRecord other, int links, bool wasApart)
    {
        var done = links > 0 ? $"Unlinked {one} and {other}. They are never linked again by themselves; nothing was written to any system."
            : wasApart ? $"{one} and {other} were unlinked before, and stay so."
            : $"{one} and {other} were not linked, and now never will be by themselves.";
        return DecisionOutcome.Done(
            done, "Link each with the right one now ('sesamtalk links link'): the next run looks for a counterpart of each, and makes one where the flow creates.");
    }
}
