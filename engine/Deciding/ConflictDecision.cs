using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>
/// Decides a conflict that is left to a person (clauses R4, R5). The choice is an edit, made now, of the side chosen; the row has
/// agreed on what both sides held until then, so that the next run carries the choice over as it carries every edit.
/// </summary>
internal sealed class ConflictDecision(Desk desk)
{
    private const string SeeList = "'sesamtalk conflicts list' lists what waits for a decision.";

    private readonly StateFile _state = desk.State;
    private readonly ElementConflictDecision _elements = new(desk);

    /// <summary>Takes the value of one side.</summary>
    public DecisionOutcome Resolve(long number, TakenSide taken)
    {
        if (_state.Conflicts.Find(number) is not { } conflict)
        {
            return DecisionOutcome.NotFound($"There is no conflict {number}.", SeeList);
        }

        if (conflict.Resolved is { } run)
        {
            return DecisionOutcome.Refused($"Conflict {number} was decided in run {run}.", SeeList);
        }

        if (!conflict.IsLeftToPerson)
        {
            return DecisionOutcome.Refused(
                $"Conflict {number} is decided: {conflict.DecidedBy}.", "To have the other value, set it in one of the systems, or take the run back with 'sesamtalk undo'.");
        }

        var side = taken == TakenSide.Source ? Side.Source : Side.Target;
        foreach (var pair in PairsOf(conflict))
        {
            if ((Take(pair, side) ?? _elements.Take(pair, side)) is var (chosen, value))
            {
                desk.Context.Mark(pair.Source);
                desk.Context.Mark(pair.Target);
                _state.Conflicts.Resolve(number, desk.Context.Run, taken.ToString().ToLowerInvariant());
                return DecisionOutcome.Done($"Conflict {number}: the value of {chosen.Name} is taken, {value}.", "Next: 'sesamtalk run' carries it over.");
            }
        }

        return DecisionOutcome.Refused($"Conflict {number} is overtaken: one side has changed, or the two are no longer linked.", SeeList);
    }

    private (MirrorRecord Chosen, string Value)? Take(RecordedPair pair, Side side) => MeetingOf(pair) is { } meeting ? Take(meeting, side) : null;

    private (MirrorRecord Chosen, string Value) Take(Meeting meeting, Side side)
    {
        var (entity, chosen, place) = (meeting.Flow.Entity(side), meeting.RecordOf(side), meeting.Given.Row.PlaceOn(side));
        Settle(entity, chosen, place, meeting.EditOf(side.Other()));
        var generation = Math.Max(meeting.EditOf(Side.Source).Generation, meeting.EditOf(Side.Target).Generation);
        _state.Mirror.Restamp(entity, chosen.WithStamp(place, PersonsEdit.Of(desk.Context, entity, chosen, place, generation)));
        return (chosen, Masked.Show(chosen.Values[place], meeting.Given.Row.IsSensitive));
    }

    // Wherever the chosen value meets the other edit, its author has now seen that: the choice is no conflict with it.
    private void Settle(MappedEntity entity, MirrorRecord chosen, int place, Stamp beaten)
    {
        foreach (var (flow, side) in desk.Context.Set.FlowsOf(entity))
        {
            if (_state.Links.Find(flow, side, chosen.Id) is { } link)
            {
                var agreed = flow.Groups
                    .Select(group => Meeting.Of(flow, group, _state.Mirror.Load(link.Source), _state.Mirror.Load(link.Target)))
                    .OfType<Meeting>()
                    .Where(meeting => meeting.Given.Row.PlaceOn(side) == place && meeting.EditOf(side.Other()).IsSameEdit(beaten))
                    .Aggregate(link.Agreed, (all, meeting) => all.With(meeting.Group.Number, meeting.EditOf(Side.Source), meeting.EditOf(Side.Target)));
                _state.Links.Agree(flow, link.Source, agreed);
            }
        }
    }

    // The two as they are now, whichever of them is the source.
    private IEnumerable<RecordedPair> PairsOf(RecordedConflict conflict) =>
        from flow in desk.Context.Set.AllFlows
        where flow.Name == conflict.Flow
        from sides in new[] { (Source: conflict.Winner, Target: conflict.Loser), (Source: conflict.Loser, Target: conflict.Winner) }
        let source = Load(flow.Source, sides.Source)
        let target = Load(flow.Target, sides.Target)
        where source is not null && target is not null && _state.Links.Find(flow, Side.Source, source.Id)?.Target == target.Id
        select new RecordedPair(flow, source, target, sides.Source, sides.Target);

    // None where one of them is not what was recorded.
    private static Meeting? MeetingOf(RecordedPair pair) => pair.Flow.Groups
        .Select(group => Meeting.Of(pair.Flow, group, pair.Source, pair.Target))
        .OfType<Meeting>()
        .FirstOrDefault(meeting => Sides.Both.All(side => IsThat(meeting, side, pair.Recorded(side))));

    private static bool IsThat(Meeting meeting, Side side, RecordedSide recorded) =>
        meeting.Flow.Entity(side).Shape.Properties[meeting.Given.Row.PlaceOn(side)].Path == recorded.Property
        && ConflictSide.TextOf(meeting.EditOf(side)) == recorded.Edit;

    private MirrorRecord? Load(MappedEntity entity, RecordedSide side) =>
        RecordName.Read(side.Record) is { } name && name.Entity == entity.Name && _state.Mirror.Find(entity, name.Key) is { } known
            ? _state.Mirror.Load(known.Id)
            : null;

    // What the sides of a row, or of several that give one property, carry now (clause R8).
    private sealed record Meeting(MappedFlow Flow, RowGroup Group, Given Given, MirrorRecord Source, MirrorRecord Target)
    {
        public static Meeting? Of(MappedFlow flow, RowGroup group, MirrorRecord source, MirrorRecord target) =>
            group.Find(source.Values, source.Stamps, target.Values) is { } given ? new Meeting(flow, group, given, source, target) : null;

        public MirrorRecord RecordOf(Side side) => side == Side.Source ? Source : Target;

        public Stamp EditOf(Side side) => side == Side.Source ? Given.Stamp : Target.Stamps[Given.Row.Target];
    }
}
