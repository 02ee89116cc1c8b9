using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>What becomes of calls to Exact Online that go wrong on the way (clauses C3, O1, O5, W4).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactFaultTests
{
    private static readonly Fault[] Passing =
    [
        new(FaultKind.Status) { Status = 429, Text = "Too many requests" },
        new(FaultKind.Status) { Status = 500, Text = "Timeout expired" },
        new(FaultKind.Status) { Status = 503, Text = "Away" },
        new(FaultKind.Slow) { Seconds = 30 },
        new(FaultKind.CutBefore),
        new(FaultKind.CutAfter),
    ];

    [TestCaseSource(nameof(Passing))]
    [Clause("O1")]
    public async Task A_read_goes_on_after_what_passes(Fault fault)
    {
        await using var bed = await ExactBed.StartAsync(isEmpty: true);
        bed.AddAccounts(1500);
        bed.Exact.Faults.Add(fault with { Path = "sync/CRM/Accounts", After = 1 });

        var records = (await bed.CompleteAsync(bed.Request("Accounts", "Name"))).SelectMany(batch => batch.Records);

        records.Select(record => record.Key).Should().OnlyHaveUniqueItems().And.HaveCount(1500);
    }

    [TestCaseSource(nameof(Passing))]
    [Clause("W4")]
    public async Task A_change_is_made_in_spite_of_what_passes(Fault fault)
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(1);
        var request = bed.Request("Accounts", "Name");
        bed.Exact.Faults.Add(fault with { Method = "PUT" });

        var outcome = await bed.WriteAsync(request, ExactBed.Change(request, ExactBed.Extra(1), ("Name", Value.Text("Extra 1"), Value.Text("new"))));

        outcome.Should().Be(new Written(ExactBed.Extra(1), null));
        bed.Cell($"SELECT Name FROM Accounts WHERE ID = '{ExactBed.Extra(1)}'").Should().Be("new");
    }

    [TestCase(FaultKind.Truncated, 1)]
    [TestCase(FaultKind.Status, 0)]
    [Clause("C3")]
    public async Task A_create_without_an_answer_is_told_as_such_and_never_sent_again(FaultKind kind, int made)
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Accounts", "Code", "Name");
        bed.Exact.Faults.Add(new Fault(kind) { Method = "POST", Path = "crm/Accounts" });
        var create = () => bed.WriteAsync(request, ExactBed.New(request, ("Name", Value.Text("lost")), ("Code", Value.Text("4711"))));

        await create.Should().ThrowAsync<AnswerLostException>();

        bed.Cell("SELECT count(*) FROM Accounts WHERE Name = 'lost'").Should().Be($"{made}");
        (await bed.System.FindAsync(request, ["Code"], [Value.Text("4711")], CancellationToken.None)).Records.Should().HaveCount(made);
    }

    [TestCase(0)]
    [TestCase(1)]
    [Clause("O5")]
    public async Task A_page_that_is_cut_short_is_never_taken_for_a_whole_one(int page)
    {
        await using var bed = await ExactBed.StartAsync(isEmpty: true);
        bed.AddAccounts(1500);
        bed.Exact.Faults.Add(new Fault(FaultKind.Truncated) { Path = "sync/CRM/Accounts", After = page });
        var read = () => bed.CompleteAsync(bed.Request("Accounts", "Name"));

        await read.Should().ThrowAsync<SystemUnavailableException>();

        (await read()).SelectMany(batch => batch.Records).Should().HaveCount(1500);
    }

    [Test]
    [Clause("O5")]
    public async Task A_feed_that_does_not_come_back_ends_the_read_and_never_as_if_it_were_whole()
    {
        await using var bed = await ExactBed.StartAsync(isEmpty: true);
        bed.AddAccounts(1500);
        bed.Exact.Faults.Add(new Fault(FaultKind.Status) { Path = "sync/CRM/Accounts", After = 1, Times = 100 });

        var read = () => bed.CompleteAsync(bed.Request("Accounts", "Name"));

        await read.Should().ThrowAsync<SystemUnavailableException>();
    }

    [Test]
    [Clause("O5")]
    public async Task A_log_of_deletes_that_fails_for_one_entity_is_read_for_the_next()
    {
        await using var bed = await ExactBed.StartAsync();
        var (accounts, contacts) = (bed.Request("Accounts", "Name"), bed.Request("Contacts", "LastName"));
        bed.Exact.Faults.Add(new Fault(FaultKind.Status) { Path = "sync/Deleted", Times = 5 });
        var read = () => bed.CompleteAsync(accounts);
        await read.Should().ThrowAsync<SystemUnavailableException>();

        (await bed.CompleteAsync(contacts)).Should().NotBeEmpty();
    }
}
