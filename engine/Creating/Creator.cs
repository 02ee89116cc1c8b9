using System.Diagnostics;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Creating;

/// <summary>
/// Makes counterparts for records that have none (clauses C1, C2, C4). While one batch is under way, the next is drafted: its
/// intents are on disk before it is sent.
/// </summary>
internal sealed class Creator(RunContext context, Clusters clusters, ClusterReferences references, Waits waits, Sender sender, Settlement settlement)
{
    private const int MostUnclear = 20;

    private readonly StateFile _state = context.State;
    private readonly List<MirrorRecord> _behind = [];

    /// <summary>Looks at the records of some turns for one flow.</summary>
    public async Task CreateAsync(int firstTurn, int lastTurn, MappedFlow flow, CancellationToken cancellationToken)
    {
        // What is to be made again (clause D3) is made whatever the flow creates otherwise.
        var renews = flow.PassesDeletesOn && _state.Links.Renewing(flow).Count > 0;
        foreach (var side in Sides.Both.Where(side => renews || flow.CreatesFor(side)))
        {
            var since = Stopwatch.GetTimestamp();
            await CreateAsync(firstTurn, lastTurn, flow, side, cancellationToken);
            context.Spend(flow, since);
        }
    }

    private async Task CreateAsync(int firstTurn, int lastTurn, MappedFlow flow, Side side, CancellationToken cancellationToken)
    {
        List<Intent> sent = [];
        var underWay = Task.FromResult<IReadOnlyList<WriteOutcome?>>([]);
        var done = 0L;
        foreach (var batch in Batches(firstTurn, lastTurn, flow, side))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            _state.Begin();
            references.Forget();
            var drafted = Prepare(flow, side, batch);
            if (drafted.Count == 0)
            {
                continue;
            }

            var outcomes = await underWay;
            _state.Commit();
            underWay = SendAsync(flow, side.Other(), drafted, cancellationToken);
            _state.Begin();
            settlement.Settle(sent, outcomes);
            sent = drafted;
            context.Tell(RunStage.Creating, flow.Name, done += drafted.Count);
        }

        var last = await underWay;
        _state.Begin();
        settlement.Settle(sent, last);
        _behind.ForEach(origin => GoOn(origin, flow.Entity(side.Other())));
        _behind.Clear();
        _state.Commit();

        // Not before: what is known of the creates that were sent is kept.
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task<IReadOnlyList<WriteOutcome?>> SendAsync(MappedFlow flow, Side side, List<Intent> intents, CancellationToken cancellationToken) =>
        Task.Run(() => sender.SendAsync(flow.Entity(side), flow, intents.ConvertAll(CreateRequests.Of), cancellationToken), CancellationToken.None);

    // Of creates that cannot be found again, few are on the way at a time: those are all that an interruption leaves unclear (C3).
    private IEnumerable<PendingRecord[]> Batches(int firstTurn, int lastTurn, MappedFlow flow, Side side)
    {
        var most = FoundAgain.IsCertain(context, flow.Entity(side.Other())) ? context.BatchSize : Math.Min(MostUnclear, context.BatchSize);
        return Enumerable.Range(firstTurn, lastTurn - firstTurn + 1)
            .SelectMany(turn => _state.Pending.Pages(turn, flow.Entity(side), context.BatchSize))
            .SelectMany(page => page.Chunk(most));
    }

    private List<Intent> Prepare(MappedFlow flow, Side side, PendingRecord[] batch)
    {
        var drafted = new List<Intent>(batch.Length);
        foreach (var record in batch)
        {
            if (Prepare(flow, side, record.Id) is { } intent)
            {
                _state.Intents.Add(intent, context.Run);
                drafted.Add(intent);
            }
        }

        return drafted;
    }

    private Intent? Prepare(MappedFlow flow, Side side, long id)
    {
        var (origin, entity) = (_state.Mirror.Load(id), flow.Entity(side.Other()));
        var members = _state.Mirror.MembersAround(origin);
        var renews = flow.PassesDeletesOn && _state.Links.Find(flow, side, id) is { State: LinkState.Renewing };
        if (origin.IsGone
            || (renews
                ? members.Exists(member => member.Entity == entity.Number && !member.IsGone)
                : IsLinked(flow, side, id, members) || HasCounterpart(flow, side, members) || !IsWanted(flow, side, origin))
            || IsInReview(flow, side, id, members))
        {
            return null;
        }

        if (_state.Intents.Has(origin.Cluster, entity))
        {
            StandBehind(origin, entity);
            return null;
        }

        if (context.SystemOf(entity).IsDown || MayBeSomebodysCounterpart(flow, side, members))
        {
            _state.Pending.LeaveForNextRun(origin.Name, flow.Entity(side).Number, id);
            return null;
        }

        var draft = Draft.Of(flow, side, origin, references);
        if (!MayGo(flow, side, origin, draft))
        {
            return null;
        }

        if (context.Allowances.TryTake(flow, WriteKind.Create))
        {
            return IntentOf(flow, side, origin, draft);
        }

        _state.Pending.LeaveForNextRun(origin.Name, flow.Entity(side).Number, id);
        return null;
    }

    // Clause C1: a condition on the source, or a reference to it.
    private bool IsWanted(MappedFlow flow, Side side, MirrorRecord origin) =>
        flow.CreatesFor(side) && (side == Side.Target || ((flow.CreateWhen?.HoldsForSource(origin.Values) ?? true) && waits.Allow(flow, origin.Name)));

    private bool HasCounterpart(MappedFlow flow, Side side, List<Member> members)
    {
        var entity = flow.Entity(side.Other());
        return members.Exists(member => member.Entity == entity.Number && !IsBeside(flow, side.Other(), member));
    }

    // Clause I5: where a cluster may hold several of an entity, one that has its own counterpart keeps nobody from getting another.
    private bool IsBeside(MappedFlow flow, Side side, Member member) => flow.Entity(side).AllowsSeveral && _state.Links.Has(flow, side, member.Id);

    // Clause C2: one create at a time of a cluster and entity; of those that may have several, the next comes when it is done.
    private void StandBehind(MirrorRecord origin, MappedEntity entity)
    {
        if (entity.AllowsSeveral)
        {
            _behind.Add(origin);
        }
    }

    private void GoOn(MirrorRecord origin, MappedEntity entity)
    {
        if (_state.Intents.Has(origin.Cluster, entity))
        {
            _state.Pending.LeaveForNextRun(origin.Name, _state.Numbers.NumberOf(origin.Name.Entity), origin.Id);
        }
        else
        {
            context.Mark(origin);
        }
    }

    // Who is alone in its cluster has no link.
    private bool IsLinked(MappedFlow flow, Side side, long id, List<Member> members) => members.Count > 1 && _state.Links.Has(flow, side, id);

    // C3: as long as it is not known what became of a create, a record that nobody is linked with may be what it made.
    private bool MayBeSomebodysCounterpart(MappedFlow flow, Side side, List<Member> members) => members.Count == 1 && _state.Intents.HasAny(flow.Entity(side));

    private bool IsInReview(MappedFlow flow, Side side, long id, List<Member> members)
    {
        if (clusters.WhyNotGrow(members) is { } reason)
        {
            _state.Reviews.Put(flow, side, id, ReviewTable.Creating, 0, reason);
        }
        else if (_state.Reviews.RuleOf(flow, side, id) == ReviewTable.Creating)
        {
            _state.Reviews.Remove(flow, side, id);
        }

        return _state.Reviews.RuleOf(flow, side, id) is not null;
    }

    private bool MayGo(MappedFlow flow, Side side, MirrorRecord origin, Draft draft)
    {
        var number = flow.Entity(side).Number;
        if (draft.Fault is { } fault)
        {
            settlement.Reject(flow, side, origin.Id, draft.Values, fault);
            return false;
        }

        _state.Waiting.Remove(flow, number, origin.Id);
        foreach (var wait in draft.Waits.Where(wait => draft.WaitsAsAWhole || !wait.IsOver))
        {
            waits.Put(flow, number, origin.Id, wait.Row?.Number ?? WaitingTable.WholeRecord, wait.Awaited, wait.Reason);
        }

        return !draft.WaitsAsAWhole && !WasRejected(flow, side, origin, draft);
    }

    private bool WasRejected(MappedFlow flow, Side side, MirrorRecord origin, Draft draft) => _state.DeadLetters.HasAny()
        && _state.DeadLetters.Holds(
            flow.Entity(side).Number,
            origin.Id,
            DeadLetterTable.Create(flow.Name),
            _state.Mirror.FingerprintOf(flow.Entity(side.Other()), draft.Values));

    private Intent IntentOf(MappedFlow flow, Side side, MirrorRecord origin, Draft draft)
    {
        var entity = flow.Entity(side.Other());
        var name = context.Identifiers.Next().ToString();
        var key = KeyOf(entity, draft, name);
        if (key is null && entity.Description.ExternalReference is { } reference)
        {
            var place = entity.Shape.IndexOf(reference);
            draft.Values[place] = draft.Values[place].IsNone ? Connectors.Values.Value.Text(name) : draft.Values[place];
        }

        return new Intent(flow, side, origin.Id, origin.Cluster, name, key, draft.Values, draft.Stamps) { Known = _state.Mirror.Last };
    }

    // A row may fill the key; else the engine gives one where the system takes keys.
    private string? KeyOf(MappedEntity entity, Draft draft, string name)
    {
        if (entity.Description.Key.GivenBy == KeyGiver.System || !context.CapabilitiesOf(entity).TakesKeys)
        {
            return null;
        }

        var place = entity.Shape.IndexOf(entity.Description.Key.Property);
        return place >= 0 && !draft.Values[place].IsNone ? draft.Values[place].ToString() : name;
    }
}
