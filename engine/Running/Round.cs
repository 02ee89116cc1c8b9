using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Running;

/// <summary>
/// The way of the data (chapter 8): observe; then reconcile and write until nothing is left to reconcile; then let one flow look at its rows
/// with conditions, then at what may be held for a person; then link; then pass deletes on; then let one flow create; and round again until
/// nothing is left. So what one flow has created is linked before the next one creates (clause I2), and no value that only passes by decides
/// anything (clause T3).
/// </summary>
internal sealed class Round
{
    private readonly RunContext _context;
    private readonly PendingTable _pending;
    private readonly Observer _observer;
    private readonly NewLinks _links;
    private readonly Linker _linker;
    private readonly Reconciler _reconciler;
    private readonly Writer _writer;
    private readonly Deleter _deleter;
    private readonly Creator _creator;
    private readonly IntentResolver _resolver;
    private readonly Beginning _beginning;
    private readonly Dictionary<(MappedFlow Flow, RowLayer Layer), int> _lookedAt = [];
    private readonly Dictionary<MappedFlow, int> _created = [];
    private int _reconciled;
    private int _linked;

    public Round(RunContext context, Flows.ClusterLimits limits)
    {
        _context = context;
        _pending = context.State.Pending;
        var clusters = new Clusters(context, limits);
        var references = new ClusterReferences(context);
        var sender = new Sender(context);
        var succession = new Succession(context, clusters);
        var settlement = new Settlement(context, clusters, succession);
        var departures = new Departures(context);
        var watch = new SettlingWatch(context);
        _observer = new Observer(context, departures);
        _links = new NewLinks(context, clusters);
        _linker = new Linker(context, clusters, _links);
        var waits = new Waits(context);
        _reconciler = new Reconciler(context, references, waits);
        _writer = new Writer(context, _observer, sender, watch);
        _deleter = new Deleter(context, clusters, succession, new CounterpartWriter(context, _observer, departures, sender, watch));
        _creator = new Creator(context, clusters, references, waits, sender, settlement);
        _resolver = new IntentResolver(context, sender, settlement);
        _beginning = new Beginning(context, _resolver, _creator);
    }

    /// <summary>Goes round until settled.</summary>
    /// <param name="undoing">Takes an earlier run back when all is settled, so that it meets every edit; then it is settled again.</param>
    /// <param name="cancellationToken">Ends the run between two steps.</param>
    /// <returns>The flows that were let run.</returns>
    public async Task<MappedFlow[]> SettleAsync(Undoing? undoing, CancellationToken cancellationToken)
    {
        var linking = await _beginning.BeginAsync(cancellationToken);
        await _observer.ObserveAsync(cancellationToken);
        var flows = Guard.Admit(_context);
        await _resolver.ResolveAsync(cancellationToken);
        FinishLinking(linking, flows, cancellationToken);
        await GoRoundAsync(flows, cancellationToken);
        if (undoing is not null)
        {
            await undoing.RestoreAsync(_writer, cancellationToken);
            await GoRoundAsync(flows, cancellationToken);
        }

        return Running(flows);
    }

    private async Task GoRoundAsync(MappedFlow[] flows, CancellationToken cancellationToken)
    {
        do
        {
            await AgreeAsync(flows, cancellationToken);
            foreach (var layer in _context.Set.LaterLayers)
            {
                await AgreeLaterAsync(layer, flows, cancellationToken);
            }

            if (!IsAnythingLeft)
            {
                LinkAll(flows, cancellationToken);
            }

            if (!IsAnythingLeft)
            {
                await _deleter.DeleteAsync(Running(flows), cancellationToken);
                await CreateAsync(flows, cancellationToken);
                Forget(Running(flows));
            }
        }
        while (IsAnythingLeft);
    }

    // To be reconciled.
    private bool IsAnythingLeft => _pending.HasMarks() || _reconciled < _pending.Turn;

    // A guard may stop a flow at any write (clause G1).
    private MappedFlow[] Running(MappedFlow[] flows) => [.. flows.Where(flow => !_context.Allowances.IsStopped(flow))];

    private async Task AgreeAsync(MappedFlow[] flows, CancellationToken cancellationToken)
    {
        while (IsAnythingLeft)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _pending.Close();
            _reconciler.Reconcile(RowLayer.Plain, _reconciled, _pending.Turn - 1, Running(flows));
            _reconciled = _pending.Turn;
            await WriteAsync(cancellationToken);
        }
    }

    // Who is linked has settled first: a value that only passes by links nobody (clauses I4, T3). Who can be linked now is linked before
    // anything goes over the new links.
    private void LinkAll(MappedFlow[] flows, CancellationToken cancellationToken)
    {
        while (_linked < _pending.Turn)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Link(Running(flows));
        }

        _links.End();
    }

    // A run was killed while flows linked. Who is linked depends on what has arrived, so the rest is linked before anything is reconciled (T4).
    private void FinishLinking(MappedFlow? first, MappedFlow[] flows, CancellationToken cancellationToken)
    {
        if (first is not null && Running(flows).Contains(first))
        {
            Link([.. Running(flows).SkipWhile(flow => flow != first)]);
            LinkAll(flows, cancellationToken);
        }
    }

    private void Link(MappedFlow[] flows)
    {
        _linker.Link(_linked, _pending.Turn - 1, flows);
        _linked = _pending.Turn;
        if (_pending.HasMarks())
        {
            _pending.Close();
        }
    }

    // The first flow of which anything comes through ends the walk: the others look at what has settled then.
    private async Task AgreeLaterAsync(RowLayer layer, MappedFlow[] flows, CancellationToken cancellationToken)
    {
        foreach (var flow in Running(flows).Where(flow => flow.Has(layer)))
        {
            if (_pending.HasMarks())
            {
                return;
            }

            cancellationToken.ThrowIfCancellationRequested();
            _reconciler.Reconcile(layer, _lookedAt.GetValueOrDefault((flow, layer)), _pending.Turn - 1, [flow]);
            _lookedAt[(flow, layer)] = _pending.Turn;
            await WriteAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_context.State.Wishes.HasAny())
        {
            await _writer.WriteAsync(cancellationToken);
        }
    }

    // The first flow that creates anything ends the walk: what it made is linked first.
    private async Task CreateAsync(MappedFlow[] flows, CancellationToken cancellationToken)
    {
        foreach (var flow in _context.Set.InCreatingOrder.Intersect(Running(flows)))
        {
            if (_pending.HasMarks())
            {
                return;
            }

            var first = _created.GetValueOrDefault(flow);
            if (Sides.Both.Any(side => _pending.HasAny(first, _pending.Turn - 1, flow.Entity(side))))
            {
                await CreateAsync(first, flow, cancellationToken);
            }

            _created[flow] = _pending.Turn;
        }
    }

    private async Task CreateAsync(int first, MappedFlow flow, CancellationToken cancellationToken)
    {
        _context.State.Begin();
        _pending.Begin(UnderWay.Creating, flow);
        _context.State.Commit();
        await _creator.CreateAsync(first, _pending.Turn - 1, flow, cancellationToken);
        _context.State.Begin();
        _pending.End();
        _context.State.Commit();
    }

    // What flows that did not run should have looked at is left for the next run.
    private void Forget(MappedFlow[] flows)
    {
        var done = flows.Length == 0 ? _pending.Turn : flows.Min(flow => _created.GetValueOrDefault(flow));
        _context.State.Begin();
        foreach (var entity in _context.Set.AllFlows.Except(flows).SelectMany(flow => new[] { flow.Source, flow.Target }).Distinct())
        {
            _pending.LeaveForNextRun(entity, done);
        }

        _pending.Forget(done);
        _context.State.Commit();
    }
}
