using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Vendors;

/// <summary>What goes wrong on the way to a vendor and passes is waited out; what does not pass is for the suite of conformance (clause W4).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class FaultSuite(string entity, string property)
{
    private VendorWorld? _world;

    private protected VendorWorld World => _world!;

    [SetUp]
    public async Task PrepareAsync() => _world = await StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world!.DisposeAsync();

    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task A_read_is_repeated_until_the_system_is_itself_again(int status)
    {
        var before = (await CompleteAsync()).Count;
        World.StandIn.Faults.Add(new Fault(FaultKind.Status) { Status = status, Times = 2, Method = "GET" });

        (await CompleteAsync()).Should().HaveCount(before);

        World.Log.Calls.Count(call => call.Status == status).Should().Be(2);
    }

    [Test]
    public async Task A_slow_answer_is_waited_for()
    {
        World.StandIn.Faults.Add(new Fault(FaultKind.Slow) { Seconds = 20, Method = "GET" });

        (await CompleteAsync()).Should().NotBeEmpty();
    }

    [Test, Clause("W4")]
    public async Task A_create_while_the_system_is_busy_is_made_once()
    {
        var before = (await CompleteAsync()).Count;
        World.StandIn.Faults.Add(new Fault(FaultKind.Status) { Status = 429, Method = "POST" });

        (await CreateAsync()).Should().BeOfType<Written>();

        (await CompleteAsync()).Should().HaveCount(before + 1);
    }

    private protected async Task<List<string>> CompleteAsync() =>
        [.. (await World.CompleteAsync(World.Request(entity, property))).Records.Select(record => record.Key)];

    private protected abstract Task<VendorWorld> StartAsync();

    private protected abstract Task<WriteOutcome> CreateAsync();
}
