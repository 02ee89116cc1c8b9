using System.Diagnostics;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Looks at the links of records and says what each side should become (chapter 5). It writes nothing to any system.</summary>
internal sealed class Reconciler(RunContext context, ClusterReferences references, Waits waits)
{
    // R7: what was edited where an enforced row writes is recorded, whatever goes over it.
    private const string Enforced = "enforce";

    private readonly StateFile _state = context.State;
    private readonly Setbacks _setbacks = new(context, waits);
    private readonly ConflictLog _conflicts = new(context);
    private readonly Dictionary<long, MirrorRecord> _mirror = [];
    private RowLayer _layer;

    /// <summary>Looks at the records of some turns, and at the rows of a layer.</summary>
    public void Reconcile(RowLayer layer, int firstTurn, int lastTurn, IReadOnlyCollection<MappedFlow> flows)
    {
        _layer = layer;
        for (var turn = firstTurn; turn <= lastTurn; turn++)
        {
            foreach (var entity in context.Set.Entities)
            {
                var linked = context.Set.FlowsOf(entity).Where(f => flows.Contains(f.Flow) && _state.Counts.LinksOf(f.Flow) > 0).ToArray();
                if (linked.Length > 0)
                {
                    Reconcile(turn, entity, linked);
                }
            }
        }
    }

    private void Reconcile(int turn, MappedEntity entity, (MappedFlow Flow, Side Side)[] flows)
    {
        var done = 0L;
        foreach (var page in _state.Pending.Pages(turn, entity, context.BatchSize, onlyChanged: true))
        {
            _mirror.Clear();
            references.Forget();
            _state.Begin();
            foreach (var (flow, side) in flows)
            {
                var since = Stopwatch.GetTimestamp();
                page.ForEach(record => Reconcile(flow, side, record.Id));
                context.Spend(flow, since);
            }

            _state.Commit();
            context.Tell(RunStage.Reconciling, entity.Name, done += page.Count);
        }
    }

    private void Reconcile(MappedFlow flow, Side side, long id)
    {
        if (_state.Links.Find(flow, side, id) is not { State: LinkState.Held } link)
        {
            return;
        }

        var (source, target) = (Load(link.Source), Load(link.Target));
        if (source.IsGone || target.IsGone)
        {
            return;
        }

        var agreed = link.Agreed;
        foreach (var group in flow.Groups)
        {
            agreed = Reconcile(flow, group, source, target, agreed);
        }

        if (agreed != link.Agreed)
        {
            _state.Links.Agree(flow, link.Source, agreed);
        }
    }

    private Agreement Reconcile(MappedFlow flow, RowGroup group, MirrorRecord source, MirrorRecord target, Agreement agreed)
    {
        if (group.Find(source.Values, source.Stamps, target.Values) is not { } given)
        {
            return agreed;
        }

        var row = given.Row;
        var sides = new RowSides(source.Values[row.Source], given.Stamp, target.Values[row.Target], target.Stamps[row.Target]);
        var isItsTurn = group.LayerOf(row, hasAgreed: agreed.Of(group.Number).IsAny) == _layer;
        var isDecided = row.Elements is null && agreed.Of(group.Number).Covers(sides.SourceStamp, sides.TargetStamp, row.IsReference);
        if (isDecided || (!isItsTurn && !sides.HaveDriftedApart))
        {
            return agreed;
        }

        var meeting = new Meeting(flow, row, group, source, target, sides);
        if (row.Elements is not null)
        {
            return ReconcileElements(meeting, agreed);
        }

        switch (Decider.Decide(row, sides, agreed.Of(group.Number), references))
        {
            case Decision.Agreed both when isItsTurn:
                Level(meeting, both);
                _setbacks.StopWaiting(meeting);
                return agreed.With(group.Number, both.Source, both.Target);
            case Decision.Wins wins:
                return Let(meeting, wins, agreed);
            case Decision.Held:
                _conflicts.Record(meeting, sides.SourceStamp, sides.TargetStamp, sourceWins: true, Conflict.Review);
                return agreed;
            default:
                return agreed;
        }
    }

    // R11: the elements of two lists, like records.
    private Agreement ReconcileElements(Meeting meeting, Agreement agreed)
    {
        var (row, sides) = (meeting.Row, meeting.Sides);
        var (sourceList, targetList) = (meeting.Flow.Source.Lists[row.Source]!, meeting.Flow.Target.Lists[row.Target]!);
        var source = ElementSet.Of(sourceList, sides.SourceValue, meeting.Source.Stamps[row.Source]);
        var target = ElementSet.Of(targetList, sides.TargetValue, sides.TargetStamp);
        if (meeting.Source.Stamps[row.Source].IsUnknown || sides.TargetStamp.IsUnknown
            || IsFaulty(meeting, Side.Source, sourceList, source) || IsFaulty(meeting, Side.Target, targetList, target))
        {
            return agreed;
        }

        var pairing = ElementPairing.Of(meeting.Flow, row, references);
        var paired = pairing.AtSource(target);
        var outcome = ElementReconciler.Decide(meeting, source, paired, agreed.Elements, references);
        _setbacks.StopWaiting(meeting, isThrough: outcome.Faults.Count == 0);
        foreach (var (sender, wait) in outcome.Waits)
        {
            waits.Put(meeting.Flow, meeting.Flow.Entity(sender).Number, meeting.RecordOf(sender).Id, row.Number, wait.Awaited, $"{row.Row.Source}: {wait.Reason}");
        }

        foreach (var (sender, fault) in outcome.Faults)
        {
            _setbacks.SetAside(meeting, sender, new Converted(Value.None, fault));
        }

        outcome.Conflicts.ToList().ForEach(conflict => _conflicts.Record(meeting, conflict));
        Want(meeting, Side.Source, source, outcome.Source);
        Want(meeting, Side.Target, target, ReferenceEquals(paired, outcome.Target) ? target : pairing.AtTarget(outcome.Target));
        var isSettled = ReferenceEquals(source, outcome.Source) && ReferenceEquals(paired, outcome.Target) && !outcome.IsApart;
        return isSettled
            ? agreed.With(outcome.Agreed).With(meeting.Group.Number, meeting.Source.Stamps[row.Source], sides.TargetStamp)
            : agreed.With(outcome.Agreed);
    }

    private bool IsFaulty(Meeting meeting, Side side, MappedList list, ElementSet elements)
    {
        var faulty = elements.Present.Select(element => element.Key).FirstOrDefault(MappedList.IsFaulty);
        if (faulty is not null)
        {
            _setbacks.SetAside(meeting, side, new Converted(Value.None, list.FaultOf(faulty)));
        }

        return faulty is not null;
    }

    private void Want(Meeting meeting, Side side, ElementSet before, ElementSet now)
    {
        if (!ReferenceEquals(before, now))
        {
            var place = side == Side.Source ? meeting.Row.Source : meeting.Row.Target;
            var (record, value) = (meeting.RecordOf(side), now.ToValue());
            Want(meeting, side, value, now.ToStamp(record.Stamps[place]), isRaise: meeting.Flow.Entity(side).Forms[place].Same(value, record.Values[place]));
        }
    }

    // R1: who has the lesser stamp takes the greater; the values stay.
    private void Level(Meeting meeting, Decision.Agreed both)
    {
        if (both.Source != meeting.Sides.SourceStamp)
        {
            Want(meeting, Side.Source, meeting.Sides.SourceValue, both.Source);
        }

        if (both.Target != meeting.Sides.TargetStamp)
        {
            Want(meeting, Side.Target, meeting.Sides.TargetValue, both.Target);
        }
    }

    private Agreement Let(Meeting meeting, Decision.Wins wins, Agreement agreed)
    {
        var (row, sides) = (meeting.Row, meeting.Sides);
        var (winner, loser) = wins.SourceWins ? (Side.Source, Side.Target) : (Side.Target, Side.Source);
        var converted = wins.SourceWins ? row.Get(sides.SourceValue, references) : row.Put(sides.TargetValue, sides.SourceValue, references);
        if (!converted.IsValue)
        {
            _setbacks.SetAside(meeting, winner, converted);
            return agreed;
        }

        _setbacks.StopWaiting(meeting);
        var lost = meeting.EditLostOn(loser);
        if ((wins.ConflictBy ?? (lost.IsDrift ? Enforced : null)) is { } decidedBy)
        {
            var (sourceEdit, targetEdit) = wins.SourceWins ? (wins.Stamp, lost) : (lost, wins.Stamp);
            _conflicts.Record(meeting, sourceEdit, targetEdit, wins.SourceWins, decidedBy, converted.Value);
        }

        Want(meeting, loser, converted.Value, wins.Stamp.OneHopOn());
        if (!wins.IsRaised)
        {
            return agreed;
        }

        Want(meeting, winner, wins.SourceWins ? sides.SourceValue : sides.TargetValue, wins.Stamp, isRaise: true);
        return wins.SourceWins
            ? agreed.With(meeting.Group.Number, wins.Stamp, sides.TargetStamp)
            : agreed.With(meeting.Group.Number, sides.SourceStamp, wins.Stamp);
    }

    private void Want(Meeting meeting, Side side, Value value, Stamp stamp, bool isRaise = false)
    {
        var place = side == Side.Source ? meeting.Row.Source : meeting.Row.Target;
        _state.Wishes.Add(meeting.Flow.Entity(side), meeting.RecordOf(side), new Wish(place, value, stamp, meeting.Flow, meeting.Row) { IsRaise = isRaise });
    }

    private MirrorRecord Load(long id)
    {
        if (!_mirror.TryGetValue(id, out var record))
        {
            record = _mirror[id] = _state.Mirror.Load(id);
        }

        return record;
    }
}
