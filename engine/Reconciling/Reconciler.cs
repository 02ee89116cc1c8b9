using System.Diagnostics;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Looks at the links of records and says what each side should become (chapter 5). It writes nothing to any system.</summary>
internal sealed class Reconciler(RunContext context, ClusterReferences references, Waits waits)
{
    private readonly StateFile _state = context.State;
    private readonly Dictionary<long, MirrorRecord> _mirror = [];

    /// <summary>Looks at the records of some turns.</summary>
    public void Reconcile(int firstTurn, int lastTurn, IReadOnlyCollection<MappedFlow> flows)
    {
        for (var turn = firstTurn; turn <= lastTurn; turn++)
        {
            foreach (var entity in context.Set.Entities)
            {
                var linked = context.Set.FlowsOf(entity).Where(f => flows.Contains(f.Flow) && _state.Numbers.LinksOf(f.Flow) > 0).ToArray();
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
        if (row.Elements is null && agreed.Of(group.Number).Covers(given.Stamp, target.Stamps[row.Target]))
        {
            return agreed;
        }

        var meeting = new Meeting(flow, row, group, source, target, new RowSides(source.Values[row.Source], given.Stamp, target.Values[row.Target], target.Stamps[row.Target]));
        if (row.Elements is not null)
        {
            return ReconcileElements(meeting, agreed);
        }

        switch (Decider.Decide(row, meeting.Sides, agreed.Of(group.Number), references))
        {
            case Decision.Agreed both:
                Level(meeting, both);
                StopWaiting(meeting);
                return agreed.With(group.Number, both.Source, both.Target);
            case Decision.Wins wins:
                return Let(meeting, wins, agreed);
            case Decision.Held:
                Record(meeting, meeting.Sides.SourceStamp, meeting.Sides.TargetStamp, sourceWins: true, Conflict.Review);
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

        var outcome = ElementReconciler.Decide(meeting, source, target, agreed.Elements, references);
        StopWaiting(meeting, isThrough: outcome.Faults.Count == 0);
        foreach (var (sender, wait) in outcome.Waits)
        {
            waits.Put(meeting.Flow, meeting.Flow.Entity(sender).Number, meeting.RecordOf(sender).Id, row.Number, wait.Awaited, $"{row.Row.Source}: {wait.Reason}");
        }

        foreach (var (sender, fault) in outcome.Faults)
        {
            SetAside(meeting, sender, new Converted(Value.None, fault));
        }

        outcome.Conflicts.ToList().ForEach(conflict => Record(meeting, conflict));
        Want(meeting, Side.Source, source, outcome.Source);
        Want(meeting, Side.Target, target, outcome.Target);
        var isSettled = ReferenceEquals(source, outcome.Source) && ReferenceEquals(target, outcome.Target) && outcome.Conflicts.Count == 0;
        return isSettled
            ? agreed.With(outcome.Agreed).With(meeting.Group.Number, meeting.Source.Stamps[row.Source], sides.TargetStamp)
            : agreed.With(outcome.Agreed);
    }

    private bool IsFaulty(Meeting meeting, Side side, MappedList list, ElementSet elements)
    {
        var faulty = elements.Present.Select(element => element.Key).FirstOrDefault(MappedList.IsFaulty);
        if (faulty is not null)
        {
            SetAside(meeting, side, new Converted(Value.None, list.FaultOf(faulty)));
        }

        return faulty is not null;
    }

    private void Want(Meeting meeting, Side side, ElementSet before, ElementSet now)
    {
        if (!ReferenceEquals(before, now))
        {
            var place = side == Side.Source ? meeting.Row.Source : meeting.Row.Target;
            Want(meeting, side, now.ToValue(), now.ToStamp(meeting.RecordOf(side).Stamps[place]));
        }
    }

    private void Record(Meeting meeting, ElementConflict conflict)
    {
        var (row, sides) = (conflict.Row?.Row, conflict.Sides);
        var isSensitive = meeting.Row.IsSensitive;
        var form = conflict.Row?.Form ?? meeting.Row.Form;
        var sourceName = meeting.Flow.Source.Lists[meeting.Row.Source]!.NameOf(conflict.Key);
        var targetName = meeting.Flow.Target.Lists[meeting.Row.Target]!.NameOf(conflict.Key);
        Record(
            meeting.Flow,
            row?.Place ?? meeting.Row.Row.Place,
            new ConflictSide(meeting.Source.Name, row is null ? sourceName : $"{sourceName}.{row.Source}", sides.SourceValue, form, sides.SourceStamp, isSensitive),
            new ConflictSide(meeting.Target.Name, row is null ? targetName : $"{targetName}.{row.Target}", sides.TargetValue, form, sides.TargetStamp, isSensitive),
            conflict.SourceWins,
            conflict.DecidedBy);
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
            SetAside(meeting, winner, converted);
            return agreed;
        }

        StopWaiting(meeting);
        if (wins.ConflictBy is { } decidedBy)
        {
            var (sourceEdit, targetEdit) = wins.SourceWins ? (wins.Stamp, sides.TargetStamp) : (sides.SourceStamp, wins.Stamp);
            Record(meeting, sourceEdit, targetEdit, wins.SourceWins, decidedBy);
        }

        Want(meeting, loser, converted.Value, wins.Stamp.OneHopOn());
        if (!wins.IsRaised)
        {
            return agreed;
        }

        Want(meeting, winner, wins.SourceWins ? sides.SourceValue : sides.TargetValue, wins.Stamp);
        return wins.SourceWins
            ? agreed.With(meeting.Group.Number, wins.Stamp, sides.TargetStamp)
            : agreed.With(meeting.Group.Number, sides.SourceStamp, wins.Stamp);
    }

    private void Want(Meeting meeting, Side side, Value value, Stamp stamp)
    {
        var place = side == Side.Source ? meeting.Row.Source : meeting.Row.Target;
        _state.Wishes.Add(meeting.Flow.Entity(side), meeting.RecordOf(side), new Wish(place, value, stamp, meeting.Flow, meeting.Row));
    }

    private void SetAside(Meeting meeting, Side winner, Converted converted)
    {
        var (flow, row, record) = (meeting.Flow, meeting.Row, meeting.RecordOf(winner));
        var entity = flow.Entity(winner);
        var property = winner == Side.Source ? row.Row.Source : row.Row.Target;
        if (converted.AwaitedKey is { } key)
        {
            var awaited = new RecordName(winner == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);
            _state.Waiting.Remove(flow, entity.Number, record.Id, row.Number);
            waits.Put(flow, entity.Number, record.Id, row.Number, awaited, $"{property} waits for the counterpart of {(row.IsSensitive ? Masked.Text : awaited)}");
            return;
        }

        var content = Fingerprint.Start.Add(converted.Fault!).Value;
        if (!_state.DeadLetters.Holds(entity.Number, record.Id, LetterOf(meeting), content))
        {
            var message = $"{property}: {converted.Fault}";
            _state.DeadLetters.Put(entity.Number, record.Id, LetterOf(meeting), content, record.Name, flow.Name, message, context.Run);
            context.Ledger.Add(new Finding(FindingKind.Rejected, record.Name.ToString(), message, "Change the value; it is then tried again."));
            context.Ledger.Count(flow, report => report with { Rejected = report.Rejected + 1 });
        }
    }

    // What a row waited for, or could not convert, is overtaken when it comes through.
    private void StopWaiting(Meeting meeting, bool isThrough = true)
    {
        foreach (var row in meeting.Group.Rows.Where(row => row.IsReference || row.Elements is not null))
        {
            _state.Waiting.Remove(meeting.Flow, meeting.Flow.Source.Number, meeting.Source.Id, row.Number);
            _state.Waiting.Remove(meeting.Flow, meeting.Flow.Target.Number, meeting.Target.Id, row.Number);
        }

        if (isThrough && _state.DeadLetters.HasAny())
        {
            _state.DeadLetters.Remove(meeting.Flow.Source.Number, meeting.Source.Id, LetterOf(meeting));
            _state.DeadLetters.Remove(meeting.Flow.Target.Number, meeting.Target.Id, LetterOf(meeting));
        }
    }

    private static string LetterOf(Meeting meeting) => $"row {meeting.Flow.Name} {meeting.Row.Name}";

    private void Record(Meeting meeting, Stamp sourceEdit, Stamp targetEdit, bool sourceWins, string decidedBy)
    {
        var (row, flow) = (meeting.Row.Row, meeting.Flow);
        var source = new ConflictSide(meeting.Source.Name, row.Source, meeting.Sides.SourceValue, meeting.Row.Form, sourceEdit, meeting.Row.IsSensitive);
        var target = new ConflictSide(meeting.Target.Name, row.Target, meeting.Sides.TargetValue, meeting.Row.Form, targetEdit, meeting.Row.IsSensitive);
        Record(flow, row.Place, source, target, sourceWins, decidedBy);
    }

    private void Record(MappedFlow flow, Place place, ConflictSide source, ConflictSide target, bool sourceWins, string decidedBy)
    {
        var (winner, loser) = sourceWins ? (source, target) : (target, source);
        if (_state.Conflicts.Record(new Conflict(flow.Name, $"{place.File}:{place.Line}", winner, loser, decidedBy), context.Run))
        {
            context.Ledger.Count(flow, report => report with { Conflicts = report.Conflicts + 1 });
        }
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
