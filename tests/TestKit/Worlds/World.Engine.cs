using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Running;

namespace SesamTalk.TestKit.Worlds;

/// <summary>The one place where tests of clauses meet the engine.</summary>
public sealed partial class World
{
    private readonly CountingIdentifiers _identifiers = new();

    /// <summary>A run, a minute after what was before it.</summary>
    public async Task<RunReport> RunAsync(params string[] flows)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var runner = new Runner([new MemoryConnector(Memory)], Clock, _identifiers);
        var options = new RunOptions { BatchSize = BatchSize, Flows = flows.Length > 0 ? [.. flows] : null };
        return await runner.RunAsync(FlowSet, options, progress: null, CancellationToken.None);
    }

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

    /// <summary>How many records a run writes, in all systems.</summary>
    public async Task<int> CountWritesAsync()
    {
        var before = Memory.Calls;
        await RunAsync();
        return (Memory.Calls - before).Written;
    }

    public IReadOnlyList<LinkSeen> Links(string flow) => throw new NotImplementedException(flow);

    public IReadOnlyList<ConflictSeen> Conflicts() => throw new NotImplementedException();

    public IReadOnlyList<ChangeSeen> Journal() => throw new NotImplementedException();

    public IReadOnlyList<PendingSeen> Reviews() => throw new NotImplementedException();

    public IReadOnlyList<PendingSeen> Waiting() => throw new NotImplementedException();

    public IReadOnlyList<PendingSeen> DeadLetters() => throw new NotImplementedException();

    public IReadOnlyList<PendingSeen> OpenIntents() => throw new NotImplementedException();

    /// <summary>The name of the record that a flow links with the given one.</summary>
    public string CounterpartOf(string flow, string record)
    {
        var it = _flows.Single(f => f.Name == flow);
        var key = RecordPath.Key(record);
        return record == $"{it.Source}/{key}"
            ? $"{it.Target}/{Links(flow).Single(link => link.Source == key).Target}"
            : $"{it.Source}/{Links(flow).Single(link => link.Target == key).Source}";
    }
}
