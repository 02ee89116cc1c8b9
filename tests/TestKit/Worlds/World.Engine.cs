using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.TestKit.Worlds;

/// <summary>The one place where tests of clauses meet the engine.</summary>
public sealed partial class World
{
    // A run that would never end is to fail its test instead of holding up all others; no run comes near this.
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    private readonly CountingIdentifiers _identifiers = new();

    /// <summary>A run, a minute after what was before it.</summary>
    public async Task<RunReport> RunAsync(params string[] flows)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var runner = new Runner([new MemoryConnector(Memory)], Clock, _identifiers);
        var options = new RunOptions { BatchSize = BatchSize, AcceptedLosses = AcceptedLosses, Flows = flows.Length > 0 ? [.. flows] : null };
        using var endless = new CancellationTokenSource(Endless);
        return await runner.RunAsync(FlowSet, options, progress: null, endless.Token);
    }

    /// <summary>A run that is cancelled as soon as something has happened.</summary>
    /// <returns>Whether it ended as cancelled; a run that was over before ends as usual.</returns>
    public async Task<bool> RunAndCancelAsync(Task when)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var stop = new CancellationTokenSource(Endless);
        var run = new Runner([new MemoryConnector(Memory)], Clock, _identifiers).RunAsync(FlowSet, new RunOptions { BatchSize = BatchSize }, progress: null, stop.Token);
        await Task.WhenAny(when, run);
        await stop.CancelAsync();
        try
        {
            await run;
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>An undo of a run, a minute after what was before it.</summary>
    public async Task<UndoReport?> UndoAsync(long run)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var endless = new CancellationTokenSource(Endless);
        return await new Runner([new MemoryConnector(Memory)], Clock, _identifiers).UndoAsync(FlowSet, run, progress: null, endless.Token);
    }

    /// <summary>Reads the state as a person does.</summary>
    public T Ask<T>(Func<StateReader, T> question)
    {
        using var state = StateReader.Open(_folder["state.db"], FlowSet);
        return question(state!);
    }

    /// <summary>The file of the state.</summary>
    public string StatePath => _folder["state.db"];

    /// <summary>A run that is killed at the given call of any system, from 1; then everything is started again.</summary>
    /// <returns>Whether it died; a run of fewer calls ends as usual.</returns>
    public async Task<bool> RunAndDieAsync(int atCall, bool afterEffect)
    {
        Memory.Interruption.Plan(atCall, afterEffect);
        try
        {
            await RunAsync();
        }
        catch (InterruptedException)
        {
            // What a kill leaves behind is what the next run finds.
        }

        return Memory.Interruption.Restart();
    }

    /// <summary>The state is lost, with all that the engine knew (clause G4).</summary>
    public World LoseState()
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "state.db*"))
        {
            File.Delete(file);
        }

        return this;
    }

    /// <summary>How many records a run writes, in all systems.</summary>
    public async Task<int> CountWritesAsync()
    {
        var before = Memory.Calls;
        await RunAsync();
        return (Memory.Calls - before).Written;
    }

    /// <summary>The links of a flow that hold, in order of the source keys.</summary>
    public IReadOnlyList<LinkSeen> Links(string flow) => LinksWhere(flow, link => link.EndedIn is null);

    /// <summary>The links of a flow that have ended, in order of the source keys.</summary>
    public IReadOnlyList<LinkSeen> EndedLinks(string flow) => LinksWhere(flow, link => link.EndedIn is not null);

    /// <summary>The conflicts, oldest first.</summary>
    public IReadOnlyList<ConflictSeen> Conflicts() => Read(state => state.Conflicts().Select(c => new ConflictSeen(
        $"{c.Winner} {c.WinnerProperty}", c.WinnerValue, $"{c.Loser} {c.LoserProperty}", c.LoserValue, c.Place, c.DecidedBy)));

    /// <summary>The applied changes, oldest first.</summary>
    public IReadOnlyList<ChangeSeen> Journal() => Read(state => state.Journal().Select(j => new ChangeSeen(
        j.Run, j.Record, j.Property, Shown(j.Before), Shown(j.After), j.Flow, $"{j.File}:{j.Line}", j.EditOrigin)));

    /// <summary>What is in review.</summary>
    public IReadOnlyList<PendingSeen> Reviews() => Read(state => state.Status().Reviews.Select(r => new PendingSeen(r.Record, r.Reason)));

    /// <summary>What waits for another record or a value.</summary>
    public IReadOnlyList<PendingSeen> Waiting() => Read(state => state.Status().Waiting.Select(w => new PendingSeen(w.Record, w.Reason)));

    /// <summary>What a system did not accept or show.</summary>
    public IReadOnlyList<PendingSeen> DeadLetters() => Read(state => state.Status().DeadLetters.Select(d => new PendingSeen(d.Record, d.Message)));

    /// <summary>How many creates are under way or not resolved.</summary>
    public long OpenIntents() => Read<long>(state => [state.Status().OpenCreates]).SingleOrDefault();

    /// <summary>The name of the record that a flow links with the given one.</summary>
    public string CounterpartOf(string flow, string record)
    {
        var it = _flows.Single(f => f.Name == flow);
        var key = RecordPath.Key(record);
        return record == $"{it.Source}/{key}"
            ? $"{it.Target}/{Links(flow).Single(link => link.Source == key).Target}"
            : $"{it.Source}/{Links(flow).Single(link => link.Target == key).Source}";
    }

    private List<LinkSeen> LinksWhere(string flow, Func<LinkStatus, bool> where) => Read(state => state.Links(flow).Where(where)
        .Select(l => new LinkSeen(l.SourceKey, l.TargetKey, l.Evidence.ToString().ToLowerInvariant(), l.Detail, l.Run)));

    private static string? Shown(Value value) => value.IsNone ? null : value.ToString();

    private List<T> Read<T>(Func<StateReader, IEnumerable<T>> read)
    {
        using var state = StateReader.Open(_folder["state.db"]);
        return state is null ? [] : [.. read(state)];
    }
}
