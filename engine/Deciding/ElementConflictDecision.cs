using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>
/// Decides a conflict about a property of an element (clauses R4, R11), as <see cref="ConflictDecision"/> decides one about a property
/// of a record: the choice is an edit of the element of the side chosen.
/// </summary>
internal sealed class ElementConflictDecision(Desk desk)
{
    private readonly StateFile _state = desk.State;

    private ClusterReferences References { get; } = new(desk.Context);

    /// <summary>Takes the value of one side.</summary>
    /// <returns>The record and the value that were taken; none where the conflict is not about an element, or is overtaken.</returns>
    public (MirrorRecord Chosen, string Value)? Take(RecordedPair pair, Side side) =>
        ElementMeeting.Of(pair.Flow, pair.Source, pair.Target, References).FirstOrDefault(meeting => Sides.Both.All(it => IsThat(meeting, it, pair.Recorded(it)))) is { } meeting
            ? Take(meeting, pair.RecordOf(side), side)
            : null;

    private static bool IsThat(ElementMeeting meeting, Side side, RecordedSide recorded) =>
        meeting.PathOn(side) == recorded.Property && ConflictSide.TextOf(meeting.EditOf(side)) == recorded.Edit;

    private (MirrorRecord Chosen, string Value) Take(ElementMeeting meeting, MirrorRecord chosen, Side side)
    {
        var (entity, place, property) = (meeting.Flow.Entity(side), meeting.List.PlaceOn(side), meeting.Given.Row.PlaceOn(side));
        Settle(entity, chosen, place, meeting, side);
        var generation = Sides.Both.Max(it => meeting.EditOf(it).Generation);
        var stamps = (Stamp[])meeting.On(side).Stamps.Clone();
        stamps[property] = PersonsEdit.Of(desk.Context, entity, chosen, place, generation);
        var elements = ElementMeeting.SetOf(meeting.Flow, meeting.List, side, chosen).With(meeting.On(side) with { Key = meeting.KeyOn(side), Stamps = stamps });
        _state.Mirror.Restamp(entity, chosen.WithStamp(place, elements.ToStamp(chosen.Stamps[place])));
        return (chosen, Masked.Show(meeting.On(side).Values![property], meeting.List.IsSensitive));
    }

    // Wherever the chosen value meets the other edit, its author has now seen that: the choice is no conflict with it.
    private void Settle(MappedEntity entity, MirrorRecord chosen, int place, ElementMeeting decided, Side chosenSide)
    {
        var (property, beaten) = (decided.Given.Row.PlaceOn(chosenSide), decided.EditOf(chosenSide.Other()));
        foreach (var (flow, side) in desk.Context.Set.FlowsOf(entity))
        {
            if (_state.Links.Find(flow, side, chosen.Id) is { } link)
            {
                var agreed = new Dictionary<long, (long, long)>(link.Agreed.Elements.All);
                foreach (var meeting in ElementMeeting.Of(flow, _state.Mirror.Load(link.Source), _state.Mirror.Load(link.Target), References)
                    .Where(it => it.KeyOn(side) == decided.KeyOn(chosenSide) && it.List.PlaceOn(side) == place && it.Given.Row.PlaceOn(side) == property && it.EditOf(side.Other()).IsSameEdit(beaten)))
                {
                    agreed[ElementAgreement.NumberOf(meeting.List.Number, meeting.Key, meeting.Group.Rows[0].Name)] =
                        (meeting.EditOf(Side.Source).EditNumber(), meeting.EditOf(Side.Target).EditNumber());
                }

                _state.Links.Agree(flow, link.Source, link.Agreed.With(ElementAgreement.Of(agreed)));
            }
        }
    }
}
