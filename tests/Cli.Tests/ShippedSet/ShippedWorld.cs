using System.Collections.Concurrent;
using System.Collections.Immutable;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>
/// The shipped flows over the sample company in a folder of a test's own: the ERP and the CRM by SQL, the others by HTTP. What stands in for
/// those listens while a run goes on; tests look at its databases.
/// </summary>
internal sealed class ShippedWorld : IDisposable
{
    private static readonly Lazy<ShippedWorld> SampleOnce = new(() => new ShippedWorld(fill: true));
    private static readonly Lazy<Task<ShippedWorld>> SettledOnce = new(MakeSettledAsync);

    private static readonly Lazy<Task<Snapshot>> SampleSeen = new(() => SampleOnce.Value.ReadAsync());
    private static readonly Lazy<Task<Snapshot>> SettledSeen = new(async () => await (await SettledOnce.Value).ReadAsync());

    private readonly TemporaryFolder _folder = new();

    private ShippedWorld(bool fill)
    {
        Set = ShippedFlows.Set with
        {
            Workspace = ShippedFlows.Set.Workspace with { Folder = _folder.Path, State = _folder["state.db"] },
        };
        if (fill)
        {
            SampleData.Fill("company", Databases);
        }
    }

    public FlowSet Set { get; set; }

    private TimeProvider Clock { get; init; } = TimeProvider.System;

    private ImmutableArray<SampleDatabase> Databases =>
        [.. Set.Workspace.Systems.Select(system => new SampleDatabase(system.Name, PathOf(system.Name), system.Entities))];

    /// <summary>The sample company as nobody has touched it.</summary>
    public static ShippedWorld Sample() => SampleOnce.Value.Copy(TimeProvider.System);

    /// <summary>The same, where every wait passes at once: what is tried again, and what a system asks to wait for.</summary>
    public static ShippedWorld SampleWithoutWaits() => SampleOnce.Value.Copy(new FakeClock(TimeProvider.System.GetUtcNow()));

    /// <summary>The sample company after one run.</summary>
    public static async Task<ShippedWorld> SettledAsync() => (await SettledOnce.Value).Copy(TimeProvider.System);

    /// <summary>The same, where every wait passes at once.</summary>
    public static async Task<ShippedWorld> SettledWithoutWaitsAsync() => (await SettledOnce.Value).Copy(new FakeClock(TimeProvider.System.GetUtcNow()));

    /// <summary>All records of the sample company as nobody has touched it.</summary>
    public static Task<Snapshot> SeenAsync() => SampleSeen.Value;

    /// <summary>All its records after one run.</summary>
    public static Task<Snapshot> SeenSettledAsync() => SettledSeen.Value;

    public string PathOf(string system) => _folder[$".sesamtalk/sandbox/{system}.db"];

    /// <summary>Runs the set.</summary>
    /// <param name="options">What of it.</param>
    /// <param name="trouble">What is done to the stand-ins before.</param>
    public async Task<RunReport> RunAsync(RunOptions? options = null, Action<StandIns>? trouble = null)
    {
        await using var shipped = await ShippedStandIns.StartAsync(_folder.Path, PathOf, Clock);
        var set = await shipped.ReachedAsync(Set, Clock);
        trouble?.Invoke(shipped.StandIns);
        return await RunAsync(set, options ?? new RunOptions(), Clock);
    }

    /// <summary>Runs the set by a clock of the test's, with the vendors' own limits.</summary>
    /// <returns>The calls that were answered, by system; those for tokens are left out.</returns>
    public async Task<ILookup<string, AnsweredCall>> CallsOfRunAsync(TimeProvider clock)
    {
        var calls = new ConcurrentQueue<(string System, AnsweredCall Call)>();
        await using var shipped = await ShippedStandIns.StartAsync(
            PathOf, name => new StandInSettings(_folder.Path, clock) { Answered = call => calls.Enqueue((name, call)) });
        var set = await shipped.ReachedAsync(Set, clock);
        calls.Clear();
        (await RunAsync(set, new RunOptions(), clock)).Findings.Should().BeEmpty();
        return calls.Where(it => !it.Call.Path.Contains("oauth", StringComparison.OrdinalIgnoreCase)).ToLookup(it => it.System, it => it.Call);
    }

    /// <summary>Time passes, in a world where every wait passes at once.</summary>
    public void Wait(TimeSpan time) => ((FakeClock)Clock).Advance(time);

    /// <summary>Lets a system wait only a moment for other programs' locks.</summary>
    public void HurryAt(string name)
    {
        var system = Set.Workspace.Systems.Single(s => s.Name == name);
        var hurried = system with { Settings = system.Settings.SetItem("busy_timeout", "20ms") };
        FlowSide Side(FlowSide side) => side.System == system ? side with { System = hurried } : side;
        Set = new FlowSet(
            Set.Workspace with { Systems = Set.Workspace.Systems.Replace(system, hurried) },
            [.. Set.Flows.Select(flow => flow with { Source = Side(flow.Source), Target = Side(flow.Target) })]);
    }

    /// <summary>All records of all systems, as the engine would read them.</summary>
    public Task<Snapshot> ReadAsync() => Snapshot.ReadAsync(Set.Workspace, PathOf);

    /// <summary>The links of all flows, as names of records.</summary>
    public ImmutableArray<LinkedPair> Links()
    {
        using var state = StateReader.Open(Set.Workspace.State)!;
        return [.. Set.Flows.SelectMany(flow => state.Links(flow.Name).Select(link => new LinkedPair(flow, $"{flow.Source}/{link.SourceKey}", $"{flow.Target}/{link.TargetKey}")))];
    }

    /// <summary>What a person would be told.</summary>
    public StateStatus Status()
    {
        using var state = StateReader.Open(Set.Workspace.State)!;
        return state.Status();
    }

    /// <summary>Does something in a database with other means than the engine.</summary>
    public void Execute(string system, string sql) => DatabaseReader.Execute(PathOf(system), sql);

    public IReadOnlyList<string> Query(string system, string sql) => DatabaseReader.Query(PathOf(system), sql);

    public void Dispose() => _folder.Dispose();

    private static Task<RunReport> RunAsync(FlowSet set, RunOptions options, TimeProvider clock) =>
        new Runner(ShippedFlows.Connectors(), clock, new TimeOrderedIdentifiers(clock)).RunAsync(set, options, null, CancellationToken.None);

    private static async Task<ShippedWorld> MakeSettledAsync()
    {
        var world = Sample();
        await world.RunAsync();
        return world;
    }

    private ShippedWorld Copy(TimeProvider clock)
    {
        var copy = new ShippedWorld(fill: false) { Clock = clock };
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = copy._folder[Path.GetRelativePath(_folder.Path, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}

/// <summary>A link of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Source">The source record, as <c>system/entity/key</c>.</param>
/// <param name="Target">The target record.</param>
internal sealed record LinkedPair(Flow Flow, string Source, string Target);
