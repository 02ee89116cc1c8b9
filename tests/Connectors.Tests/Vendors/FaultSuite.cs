using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Vendors;

/// <summary>What goes wrong on the way to a vendor, and what becomes of it (clauses C3, W4).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class FaultSuite(string entity, string property)
{
    private static readonly Value Marked = Value.Text("Marked by the test");

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

    [Test, Clause("W4")]
    public async Task A_system_that_does_not_recover_is_unavailable_with_its_own_words()
    {
        World.StandIn.Faults.Add(new Fault(FaultKind.Status) { Status = 500, Times = 100, Text = "The disk is full." });

        (await FluentActions.Awaiting(CompleteAsync).Should().ThrowAsync<SystemUnavailableException>()).WithMessage("*The disk is full.*");
    }

    [Test]
    public async Task A_slow_answer_is_waited_for()
    {
        World.StandIn.Faults.Add(new Fault(FaultKind.Slow) { Seconds = 20, Method = "GET" });

        (await CompleteAsync()).Should().NotBeEmpty();
    }

    [Test, Clause("O5")]
    public async Task Half_a_page_is_no_page()
    {
        World.StandIn.Faults.Add(new Fault(FaultKind.Truncated) { Times = 100, Method = "GET" });

        await FluentActions.Awaiting(CompleteAsync).Should().ThrowAsync<SystemUnavailableException>();
    }

    [TestCase(FaultKind.CutBefore)]
    [TestCase(FaultKind.CutAfter)]
    public async Task An_update_whose_answer_is_lost_is_repeated(FaultKind kind)
    {
        var key = (await CompleteAsync())[0];
        World.StandIn.Faults.Add(new Fault(kind) { Method = "PATCH" });

        (await World.UpdateAsync(entity, key, (property, Value.None, Marked))).Should().BeOfType<Written>();

        (await World.OneAsync(World.Request(entity, property), key)).Values[0].Should().Be(Marked);
    }

    [TestCase(FaultKind.CutBefore, 0)]
    [TestCase(FaultKind.CutAfter, 1)]
    [Clause("C3")]
    public async Task A_create_whose_answer_is_lost_is_not_repeated_and_says_so(FaultKind kind, int made)
    {
        var before = (await CompleteAsync()).Count;
        World.StandIn.Faults.Add(new Fault(kind) { Method = "POST" });

        await FluentActions.Awaiting(CreateAsync).Should().ThrowAsync<AnswerLostException>();

        (await CompleteAsync()).Should().HaveCount(before + made);
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
