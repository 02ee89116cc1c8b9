using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deleting;

/// <summary>
/// Looks at the links of records that went or came back, and passes deletes on (chapter 7): along chains and circles, because what
/// is deleted here is gone in its turn.
/// </summary>
internal sealed class Deleter(RunContext context, Clusters clusters, Succession succession, CounterpartWriter writer)
{
    private readonly StateFile _state = context.State;
    private readonly DeleteConflicts _conflicts = new(context);
    private readonly HashSet<long> _decided = [];
    private readonly HashSet<long> _taken = [];

    /// <summary>Passes on what these flows have to pass on, until nothing is left or something is to be reconciled first.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<MappedFlow> flows, CancellationToken cancellationToken)
    {
        Rejoin(flows);
        while (!_state.Pending.HasMarks() && await PassAsync(flows, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Another flow has made the record again that a link waits for: it is found in the cluster (clauses D3, I2a).
    private void Rejoin(IReadOnlyCollection<MappedFlow> flows)
    {
        _state.Begin();
        foreach (var flow in flows.Where(flow => flow.PassesDeletesOn))
        {
            foreach (var link in _state.Links.Renewing(flow))
            {
                Rejoin(flow, link);
            }
        }

        _state.Commit();
    }

    private void Rejoin(MappedFlow flow, StoredLink link)
    {
        var side = _state.Mirror.Load(link.Source).IsGone ? Side.Target : Side.Source;
        var other = side.Other();
        if (_state.Mirror.Load(link[side]).IsGone)
        {
            return;
        }

        var free = clusters.Around(link[side])
            .Where(member => !member.IsGone && member.Entity == flow.Entity(other).Number && member.Id != link[side] && !_state.Links.Has(flow, other, member.Id))
            .ToList();
        if (free is [var counterpart])
        {
            succession.Take(flow.Entity(other), link[other], counterpart.Id);
        }
    }

    // What becomes of each is decided before anything is deleted, so that it does not hang on who comes first (T3). Who is back comes before
    // those who are gone: where another has taken its place it belongs to nobody who is gone, and nothing is asked of it (D2, D4).
    private async Task<bool> PassAsync(IReadOnlyCollection<MappedFlow> flows, CancellationToken cancellationToken)
    {
        _decided.Clear();
        var progress = Settle((record, entity) => !record.IsGone && LookAtReturned(record, entity, flows));
        progress |= Settle((record, entity) => record.IsGone && LookAtGone(record, entity, flows));
        _taken.Clear();
        foreach (var page in Pages())
        {
            progress |= await writer.WriteAsync(OrdersFor(page, flows), cancellationToken);
        }

        return progress;
    }

    private IEnumerable<List<(Fate Fate, MirrorRecord Record, MappedEntity Entity)>> Pages()
    {
        List<Fate> page = [];
        do
        {
            page = _state.Fates.Page(page.Count > 0 ? page[^1] : null, context.BatchSize);
            yield return [.. from fate in page let entity = _state.Numbers.EntityOf(fate.Entity) where entity is not null select (fate, _state.Mirror.Load(fate.Id), entity)];
        }
        while (page.Count == context.BatchSize);
    }

    private bool Settle(Func<MirrorRecord, MappedEntity, bool> lookAt)
    {
        var progress = false;
        foreach (var page in Pages())
        {
            _state.Begin();
            foreach (var (fate, _, _) in page.Where(it => lookAt(it.Record, it.Entity)))
            {
                _state.Fates.Remove(fate);
                progress = true;
            }

            _state.Commit();
        }

        return progress;
    }

    private bool LookAtGone(MirrorRecord record, MappedEntity entity, IReadOnlyCollection<MappedFlow> flows)
    {
        var judged = Judged(record, entity, flows);

        // A record that is made again for one of its links is gone for none of them.
        var isRenewed = judged.Exists(j => j.Judgement.Verdict == Verdict.Renew);
        var settled = BrokenLinksOf(record, entity).TrueForAll(link => IsActive(link.Flow, flows));
        foreach (var (link, judgement) in judged)
        {
            _conflicts.Record(link, judgement);
            settled &= Apply(link, isRenewed && judgement.Verdict != Verdict.End ? Verdict.Renew : judgement.Verdict);
        }

        if (!settled)
        {
            _decided.Add(record.Id);
        }

        return settled;
    }

    // Who is deleted meanwhile is decided about in the next pass.
    private List<Order> OrdersFor(List<(Fate Fate, MirrorRecord Record, MappedEntity Entity)> page, IReadOnlyCollection<MappedFlow> flows)
    {
        var orders = new List<Order>();
        foreach (var (link, judgement) in page.Where(it => _decided.Contains(it.Record.Id)).SelectMany(it => Judged(it.Record, it.Entity, flows)).Where(it => it.Judgement.Verdict is Verdict.Delete or Verdict.Archive))
        {
            Order(link, judgement.Verdict, orders);
        }

        return orders;
    }

    private List<BrokenLink> BrokenLinksOf(MirrorRecord record, MappedEntity entity) => [.. LinksOf(record, entity).Where(link => link.Link.State != LinkState.Ended)];

    private List<(BrokenLink Link, Judgement Judgement)> Judged(MirrorRecord record, MappedEntity entity, IReadOnlyCollection<MappedFlow> flows) =>
    [
        .. BrokenLinksOf(record, entity)
            .Where(link => IsActive(link.Flow, flows) && (link.Link.State == LinkState.Held || link.Left.IsGone))
            .Select(link => (link, Judgement.Of(link, context.Epoch))),
    ];

    // What is to be passed on is not done with.
    private bool Apply(BrokenLink link, Verdict verdict)
    {
        switch (verdict)
        {
            case Verdict.End:
                writer.End(link);
                return true;
            case Verdict.Renew:
                Renew(link.Flow, link.Link, link.Left);
                return true;
            default:
                return false;
        }
    }

    private void Renew(MappedFlow flow, StoredLink link, MirrorRecord origin)
    {
        if (link.State == LinkState.Held)
        {
            _state.Counts.CountEnded(flow.Number, 1);
        }

        _state.Links.SetState(flow, link.Source, LinkState.Renewing, context.Run);
        context.Mark(origin);
    }

    // A counterpart of two records is deleted for the first of them. Who may have come back unseen is not counted as gone (O5).
    private void Order(BrokenLink link, Verdict verdict, List<Order> orders)
    {
        var (entity, left) = (link.LeftEntity, link.Left);
        if (!context.SystemOf(entity).IsDown
            && !context.SystemOf(link.GoneEntity).IsDown
            && !_state.DeadLetters.Holds(entity.Number, left.Id, DeadLetterTable.Delete, _state.Mirror.FingerprintOf(entity, left.Values))
            && _taken.Add(left.Id)
            && context.Allowances.TryTake(link.Flow, WriteKind.Delete))
        {
            orders.Add(new Order(link, verdict));
        }
    }

    // Its links hold again (clause D4), unless another has taken its place meanwhile: then it is a new thing. A counterpart that a flow
    // has deleted after it is made again.
    private bool LookAtReturned(MirrorRecord record, MappedEntity entity, IReadOnlyCollection<MappedFlow> flows)
    {
        var members = clusters.Around(record.Id);
        if (!entity.AllowsSeveral && members.Find(member => member.Entity == entity.Number && !member.IsGone && member.Id != record.Id) is { Id: > 0 } other)
        {
            return succession.Take(entity, record.Id, other.Id);
        }

        // What is being made in its place is to be known first (clause C3).
        if (_state.Intents.Has(record.Cluster, entity))
        {
            return false;
        }

        var settled = true;
        foreach (var link in LinksOf(record, entity).Where(link => link.Link.State != LinkState.Held))
        {
            if (!link.Left.IsGone)
            {
                HoldAgain(link);
            }
            else if (link.Link.State == LinkState.Ended && link.Flow.Flow.Delete.Kind == Flows.DeleteKind.Propagate && link.LeftEntity.Description.CanCreate)
            {
                settled &= IsActive(link.Flow, flows);
                if (IsActive(link.Flow, flows))
                {
                    Renew(link.Flow, link.Link, record);
                }
            }
        }

        members.ForEach(clusters.Wake);
        return settled;
    }

    private void HoldAgain(BrokenLink link)
    {
        _state.Links.SetHeld(link.Flow, link.Link.Source);
        _state.Counts.CountEnded(link.Flow.Number, -1);
        context.Mark(link.Gone);
        context.Mark(link.Left);
    }

    private IEnumerable<BrokenLink> LinksOf(MirrorRecord record, MappedEntity entity)
    {
        foreach (var flow in context.Set.AllFlows)
        {
            foreach (var side in Sides.Both.Where(side => flow.Entity(side) == entity))
            {
                if (_state.Links.Find(flow, side, record.Id) is { } link)
                {
                    yield return new BrokenLink(flow, side, link, record, _state.Mirror.Load(link[side.Other()]));
                }
            }
        }
    }

    private bool IsActive(MappedFlow flow, IReadOnlyCollection<MappedFlow> flows) => flows.Contains(flow) && !context.Allowances.IsStopped(flow);
}
