using System.Diagnostics;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Looks at the links of records and says what each side should become (chapter 5). It writes nothing to any system.</summary>
internal sealed class Reconciler(RunContext context, ClusterReferences references)
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
        foreach (var page in _state.Pending.Pages(turn, entity, context.BatchSize))
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
        if (_state.Links.Find(flow, side, id) is not { } link)
        {
            return;
        }

        var (source, target) = (Load(link.Source), Load(link.Target));
        var agreed = link.Agreed;
        foreach (var row in flow.Rows)
        {
            agreed = Reconcile(flow, row, source, target, agreed);
        }

        if (agreed != link.Agreed)
        {
            _state.Links.Agree(flow, link.Source, agreed);
        }
    }

    private Agreement Reconcile(MappedFlow flow, MappedRow row, MirrorRecord source, MirrorRecord target, Agreement agreed)
    {
        var sides = new RowSides(source.Values[row.Source], source.Stamps[row.Source], target.Values[row.Target], target.Stamps[row.Target]);
        switch (Decider.Decide(row, sides, agreed, references))
        {
            case Decision.Agreed both:
                Level(flow, row, source, target, both);
                StopWaiting(flow, row, source, target);
                return agreed.With(row.Number, both.Source, both.Target);
            case Decision.Wins wins:
                return Let(flow, row, source, target, wins, agreed);
            case Decision.Held:
                Record(flow, row, (source, source.Stamps[row.Source]), (target, target.Stamps[row.Target]), sourceWins: true, "review: two references that differ on a new link");
                return agreed;
            default:
                return agreed;
        }
    }

    // R1: who has the lesser stamp takes the greater; the values stay.
    private void Level(MappedFlow flow, MappedRow row, MirrorRecord source, MirrorRecord target, Decision.Agreed both)
    {
        if (both.Source != source.Stamps[row.Source])
        {
            _state.Wishes.Add(flow.Source, source, new Wish(row.Source, source.Values[row.Source], both.Source, flow, row));
        }

        if (both.Target != target.Stamps[row.Target])
        {
            _state.Wishes.Add(flow.Target, target, new Wish(row.Target, target.Values[row.Target], both.Target, flow, row));
        }
    }

    private Agreement Let(MappedFlow flow, MappedRow row, MirrorRecord source, MirrorRecord target, Decision.Wins wins, Agreement agreed)
    {
        var converted = wins.SourceWins
            ? row.Get(source.Values[row.Source], references)
            : row.Put(target.Values[row.Target], source.Values[row.Source], references);
        if (!converted.IsValue)
        {
            SetAside(flow, row, wins.SourceWins ? (source, Side.Source) : (target, Side.Target), converted);
            return agreed;
        }

        StopWaiting(flow, row, source, target);
        if (wins.ConflictBy is { } decidedBy)
        {
            var (sourceEdit, targetEdit) = wins.SourceWins ? (wins.Stamp, target.Stamps[row.Target]) : (source.Stamps[row.Source], wins.Stamp);
            Record(flow, row, (source, sourceEdit), (target, targetEdit), wins.SourceWins, decidedBy);
        }

        var (winner, winnerPlace, loser, loserPlace) = wins.SourceWins ? (source, row.Source, target, row.Target) : (target, row.Target, source, row.Source);
        var (winnerEntity, loserEntity) = wins.SourceWins ? (flow.Source, flow.Target) : (flow.Target, flow.Source);
        _state.Wishes.Add(loserEntity, loser, new Wish(loserPlace, converted.Value, wins.Stamp.OneHopOn(), flow, row));
        if (!wins.IsRaised)
        {
            return agreed;
        }

        _state.Wishes.Add(winnerEntity, winner, new Wish(winnerPlace, winner.Values[winnerPlace], wins.Stamp, flow, row));
        return wins.SourceWins
            ? agreed.With(row.Number, wins.Stamp, target.Stamps[row.Target])
            : agreed.With(row.Number, source.Stamps[row.Source], wins.Stamp);
    }

    private void SetAside(MappedFlow flow, MappedRow row, (MirrorRecord Record, Side Side) winner, Converted converted)
    {
        var entity = flow.Entity(winner.Side);
        var property = winner.Side == Side.Source ? row.Row.Source : row.Row.Target;
        if (converted.AwaitedKey is { } key)
        {
            var awaited = new RecordName(winner.Side == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);
            _state.Waiting.Put(flow, entity.Number, winner.Record.Id, row.Number, awaited, $"{property} waits for the counterpart of {awaited}");
            return;
        }

        var (kind, content) = ($"row {flow.Name} {row.Name}", Fingerprint.Start.Add(converted.Fault!).Value);
        if (!_state.DeadLetters.Holds(entity.Number, winner.Record.Id, kind, content))
        {
            var message = $"{property}: {converted.Fault}";
            _state.DeadLetters.Put(entity.Number, winner.Record.Id, kind, content, winner.Record.Name, flow.Name, message, context.Run);
            context.Ledger.Add(new Finding(FindingKind.Rejected, winner.Record.Name.ToString(), message, "Change the value; it is then tried again."));
            context.Ledger.Count(flow, report => report with { Rejected = report.Rejected + 1 });
        }
    }

    private void StopWaiting(MappedFlow flow, MappedRow row, MirrorRecord source, MirrorRecord target)
    {
        if (row.IsReference)
        {
            _state.Waiting.Remove(flow, flow.Source.Number, source.Id, row.Number);
            _state.Waiting.Remove(flow, flow.Target.Number, target.Id, row.Number);
        }
    }

    private void Record(
        MappedFlow flow, MappedRow row, (MirrorRecord Record, Stamp Edit) source, (MirrorRecord Record, Stamp Edit) target, bool sourceWins, string decidedBy)
    {
        var sourceSide = new ConflictSide(source.Record.Name, row.Row.Source, source.Record.Values[row.Source], row.Form, source.Edit, row.Row.Sensitive);
        var targetSide = new ConflictSide(target.Record.Name, row.Row.Target, target.Record.Values[row.Target], row.Form, target.Edit, row.Row.Sensitive);
        var (winner, loser) = sourceWins ? (sourceSide, targetSide) : (targetSide, sourceSide);
        var place = row.Row.Place;
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
