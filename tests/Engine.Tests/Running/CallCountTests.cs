using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>What a run tells of the calls that it made.</summary>
public sealed class CallCountTests
{
    [Test]
    public async Task A_connection_that_tells_of_its_calls_is_believed()
    {
        var connection = new CountingSystem();
        var (system, calls, flows) = Reach(connection);

        await system.CallAsync(For(flows[0]), () => connection.CallAsync(3), CancellationToken.None);
        await system.CallAsync(For(flows[0]), () => Task.CompletedTask, CancellationToken.None);

        calls(flows[0]).Should().Be(3);
    }

    [Test]
    public async Task A_connection_that_tells_nothing_is_called_once_each_time()
    {
        var (system, calls, flows) = Reach(new SilentSystem());

        await system.CallAsync(For(flows[0]), () => Task.CompletedTask, CancellationToken.None);
        await system.CallAsync(For(flows[0]), () => Task.CompletedTask, CancellationToken.None);

        calls(flows[0]).Should().Be(2);
    }

    [Test]
    public async Task Calls_that_overlap_count_each_for_its_own_flow()
    {
        var connection = new CountingSystem();
        var (system, calls, flows) = Reach(connection);
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());

        var one = system.CallAsync(For(flows[0]), () => BeforeAndAfterAsync(first), CancellationToken.None);
        var other = system.CallAsync(For(flows[1]), () => BeforeAndAfterAsync(second), CancellationToken.None);
        second.SetResult();
        await other;
        first.SetResult();
        await one;

        (calls(flows[0]), calls(flows[1])).Should().Be((5, 5));

        async Task BeforeAndAfterAsync(TaskCompletionSource between)
        {
            await connection.CallAsync(2);
            await between.Task;
            await Task.Run(() => connection.CallAsync(3));
        }
    }

    [Test]
    public async Task Calls_that_were_told_to_come_again_count_too()
    {
        var connection = new CountingSystem();
        var (system, calls, flows) = Reach(connection);
        var tries = 0;

        await system.CallAsync(For(flows[0]), TryAsync, CancellationToken.None);

        calls(flows[0]).Should().Be(2);

        async Task TryAsync()
        {
            await connection.CallAsync(1);
            if (tries++ == 0)
            {
                throw new SystemBusyException("busy", TimeSpan.FromSeconds(1));
            }
        }
    }

    private static (ReachedSystem System, Func<MappedFlow, long> Calls, MappedFlow[] Flows) Reach(IConnectedSystem connection)
    {
        using var world = People.InACircle();
        var set = MappedSet.Compile(world.FlowSet, null);
        var ledger = new RunLedger();
        return (new ReachedSystem("a", connection, [], new FakeClock(), ledger, null), CallsOf, [.. set.Flows]);

        long CallsOf(MappedFlow flow) => ledger.Report(set, 1, default, default).Flows.Single(report => report.Flow == flow.Name).Calls;
    }

    private static Errand For(MappedFlow flow) => new(RunStage.Observing, "a/P", flow);

    private sealed class SilentSystem : IConnectedSystem
    {
        public Capabilities CapabilitiesOf(EntityDescription entity) => new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class CountingSystem : IConnectedSystem, ICountsCalls
    {
        private readonly AsyncLocal<Action?> _count = new();

        public Capabilities CapabilitiesOf(EntityDescription entity) => new();

        public void CountCalls(Action count) => _count.Value = count;

        public async Task CallAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                await Task.Yield();
                _count.Value!();
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
