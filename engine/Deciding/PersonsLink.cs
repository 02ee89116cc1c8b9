using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>Links two records because a person says so (clause I2b). What always holds (clauses I1, I5) holds for a person too.</summary>
internal sealed class PersonsLink(Desk desk)
{
    private const string SeeLinks = "'sesamtalk links show RECORD' tells what a record is linked with.";

    private readonly StateFile _state = desk.State;

    /// <summary>Links two records in every flow that joins their entities and in which both are free.</summary>
    public DecisionOutcome Link(NamedRecord one, NamedRecord other)
    {
        if (one.Record.IsGone || other.Record.IsGone)
        {
            return DecisionOutcome.Refused($"{(one.Record.IsGone ? one : other)} is no longer there.", SeeLinks);
        }

        Place[] places = [.. desk.Context.Set.AllFlows.SelectMany(flow => PlacesIn(flow, one, other))];
        if (places.Length == 0)
        {
            return DecisionOutcome.Refused($"No flow joins {one.Entity} and {other.Entity}.", "'sesamtalk ls' lists the flows.");
        }

        Place[] free = [.. places.Where(place => !IsTaken(place.Flow, Side.Source, place.Source) && !IsTaken(place.Flow, Side.Target, place.Target))];
        return free.Length == 0 ? Taken(places[0]) : IsBlocked(one, other) ?? IsBlocked(other, one) ?? Add(one, other, free);
    }

    private DecisionOutcome Add(NamedRecord one, NamedRecord other, Place[] free)
    {
        if (desk.Clusters.WhyNot(one.Record.Id, other.Record.Id) is { } reason)
        {
            return DecisionOutcome.Refused(
                $"{one} and {other} cannot be linked: {reason}.", "'clusters' in systems.yaml says how many are allowed; or unlink the one that is wrong.");
        }

        _state.Apart.Remove(one.Record.Id, other.Record.Id);
        var links = new NewLinks(desk.Context, desk.Clusters);
        foreach (var place in free)
        {
            CloseIntent(place, Side.Source, one, other);
            CloseIntent(place, Side.Target, one, other);
            links.Add(place.Flow, place.Source.Record.Id, place.Target.Record.Id, Evidence.Person);
        }

        var flows = string.Join(", ", free.Select(place => place.Flow.Name));
        return DecisionOutcome.Done($"Linked {one} and {other} in {flows}.", "Next: 'sesamtalk run' brings them into agreement.");
    }

    // A create that may have made any of several is cleared up by the link (clause C3); another one in the cluster comes first.
    private DecisionOutcome? IsBlocked(NamedRecord origin, NamedRecord other)
    {
        if (!_state.Intents.Has(origin.Record.Cluster, other.Entity))
        {
            return null;
        }

        var isAwaited = desk.Context.Set.AllFlows.SelectMany(_state.Intents.Of).Any(intent => intent.Origin == origin.Record.Id && intent.Entity == other.Entity);
        return isAwaited
            ? null
            : DecisionOutcome.Refused($"A counterpart in {other.Entity} is being created for what belongs to {origin}.", "Let 'sesamtalk run' finish it first.");
    }

    private void CloseIntent(Place place, Side side, NamedRecord one, NamedRecord other)
    {
        var origin = place.At(side).Record.Id;
        if (_state.Intents.Of(place.Flow).Find(intent => intent.Side == side && intent.Origin == origin) is { } intent
            && (intent.Entity == one.Entity || intent.Entity == other.Entity))
        {
            _state.Intents.Remove(intent);
            Restamp(intent, place.At(side.Other()).Record);
        }
    }

    // What was made for the record is no edit of whoever made it: what came of a create is stamped as if its answer had arrived (clause C3).
    private void Restamp(Intent intent, MirrorRecord made)
    {
        var stamps = made.Stamps.Select((stamp, place) => intent.Stamps[place].Origin != default && intent.Entity.Forms[place].Same(intent.Values[place], made.Values[place])
            ? intent.Stamps[place]
            : stamp);
        _state.Mirror.Restamp(intent.Entity, made with { Stamps = [.. stamps] });
    }

    private static IEnumerable<Place> PlacesIn(MappedFlow flow, NamedRecord one, NamedRecord other)
    {
        if (flow.Source == one.Entity && flow.Target == other.Entity)
        {
            return [new Place(flow, one, other)];
        }

        return flow.Source == other.Entity && flow.Target == one.Entity ? [new Place(flow, other, one)] : [];
    }

    private bool IsTaken(MappedFlow flow, Side side, NamedRecord record) => _state.Links.Has(flow, side, record.Record.Id);

    private DecisionOutcome Taken(Place place)
    {
        var (sourceLink, targetLink) = (_state.Links.Find(place.Flow, Side.Source, place.Source.Record.Id), _state.Links.Find(place.Flow, Side.Target, place.Target.Record.Id));
        if (sourceLink is { } link && link.Target == place.Target.Record.Id)
        {
            return DecisionOutcome.Refused($"{place.Source} and {place.Target} are linked already.", SeeLinks);
        }

        var (record, counterpart) = sourceLink is { } taken
            ? (place.Source, _state.Mirror.NameOf(taken.Target))
            : (place.Target, _state.Mirror.NameOf(targetLink!.Value.Source));
        return DecisionOutcome.Refused(
            $"{record} is linked with {counterpart} in {place.Flow.Name}, and a record has one link in a flow.", $"First: 'sesamtalk links unlink {record} {counterpart}'.");
    }

    private sealed record Place(MappedFlow Flow, NamedRecord Source, NamedRecord Target)
    {
        public NamedRecord At(Side side) => side == Side.Source ? Source : Target;
    }
}
