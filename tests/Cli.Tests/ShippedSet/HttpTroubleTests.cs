using SesamTalk.Engine.Running;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.CrmOffice;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>What goes wrong with calls while the whole set runs for the first time: afterwards a run ends as if nothing had been.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HttpTroubleTests
{
    private static readonly string[] FoundAgain = ["crm/Accounts", "logistics/Items", "v2/Customers", "v2/ContactPersons", "v2/Products", "SalesOrders/Complete", "customers"];

    private const string Systems = "exact-online crmoffice custom-pms poweroffice-go";

    public static IEnumerable<TestCaseData> Troubles =>
    [
        Case("an internal error with a text", new Fault(FaultKind.Status) { Status = 500, Text = "Something went wrong in here.", After = 3, Times = 4 }),
        // Of entities in which a create is found again. What cannot be found waits for a person.
        .. FoundAgain.Select(path => Case(
            $"creates that fail in {path}", new Fault(FaultKind.Status) { Status = 503, Method = "POST", Path = path, After = 2, Times = 4 })),
        Case("a cut connection before the effect", new Fault(FaultKind.CutBefore) { Method = "GET", After = 5, Times = 3 }),
        Case("a truncated page", new Fault(FaultKind.Truncated) { Method = "GET", After = 1, Times = 2 }),
    ];

    [TestCaseSource(nameof(Troubles))]
    [Clause("W4")]
    [Clause("T4")]
    [Clause("INV9")]
    public async Task After_trouble_the_next_run_ends_as_an_undisturbed_one(Fault fault)
    {
        using var world = ShippedWorld.SampleWithoutWaits();
        var before = await ShippedWorld.SeenAsync();

        await world.RunAsync(trouble: standIns => Each(standIns, standIn => standIn.Faults.Add(fault)));
        var quiet = await world.RunAsync();

        quiet.Findings.Should().BeEmpty();
        Settled.Difference(await ShippedWorld.SeenSettledAsync(), await world.ReadAsync(), before).Should().BeEmpty();
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    [Test]
    [Clause("W4")]
    public async Task Who_is_asked_to_wait_waits_and_goes_on_in_the_same_run()
    {
        using var world = ShippedWorld.SampleWithoutWaits();
        var before = await ShippedWorld.SeenAsync();

        var report = await world.RunAsync(trouble: standIns => Each(standIns, standIn => standIn.Faults.Add(new Fault(FaultKind.Status) { Status = 429, After = 4 })));

        report.Findings.Should().BeEmpty();
        Settled.Difference(await ShippedWorld.SeenSettledAsync(), await world.ReadAsync(), before).Should().BeEmpty();
    }

    // What nothing can be found by again after a lost answer waits for a person, and is not made twice.
    [TestCase("exact-online", "crm/Accounts", "Accounts")]
    [TestCase("exact-online", "salesorder/SalesOrders", "SalesOrders")]
    [TestCase("exact-online", "crm/Contacts", "Contacts")]
    [TestCase("poweroffice-go", "SalesOrders/Complete", "SalesOrders")]
    [TestCase("custom-pms", "customers", "customer")]
    [TestCase("crmoffice", "contacts", "Contacts")]
    [Clause("C3")]
    [Clause("INV4")]
    public async Task A_record_whose_answer_was_lost_is_not_made_twice(string system, string path, string table)
    {
        using var straight = await ShippedWorld.SettledAsync();
        using var world = ShippedWorld.SampleWithoutWaits();

        await world.RunAsync(trouble: standIns => standIns.All.Single(it => it.System == system).Faults.Add(new Fault(FaultKind.CutAfter) { Method = "POST", Path = path, After = 2, Times = 2 }));
        await world.RunAsync();

        CountOf(world, system, table).Should().BeLessThanOrEqualTo(CountOf(straight, system, table));
        ShippedSetTests.Twice(world.Links()).Should().BeEmpty();
        (await ShippedSetTests.DifferingAsync(world)).Should().BeEmpty();
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    // The fault is a lost answer, once with the record made and once without: what a person finds in review tells which.
    [TestCase("exact-online", "crm/Contacts", FaultKind.CutAfter)]
    [TestCase("exact-online", "crm/Contacts", FaultKind.CutBefore)]
    [TestCase("exact-online", "salesorder/SalesOrders", FaultKind.CutAfter)]
    [TestCase("exact-online", "crm/Quotations", FaultKind.CutAfter)]
    [TestCase("crmoffice", "contacts", FaultKind.CutAfter)]
    [TestCase("crmoffice", "activities", FaultKind.CutBefore)]
    [Clause("C3")]
    [Clause("INV9")]
    public async Task A_create_of_which_nothing_tells_is_decided_by_a_person_and_then_all_is_as_after_an_undisturbed_run(string system, string path, FaultKind kind)
    {
        using var world = ShippedWorld.SampleWithoutWaits();
        var before = await ShippedWorld.SeenAsync();
        await world.RunAsync(trouble: standIns => standIns.All.Single(it => it.System == system).Faults.Add(new Fault(kind) { Method = "POST", Path = path, After = 2 }));

        var told = await world.RunAsync();
        told.Findings.Should().ContainSingle().Which.Kind.Should().Be(FindingKind.Unresolved);
        new WhoHasLooked(world.Set).DecideAll(told.Findings.Select(finding => finding.Subject));

        (await world.RunAsync()).Findings.Should().BeEmpty();
        Settled.Difference(await ShippedWorld.SeenSettledAsync(), await world.ReadAsync(), before).Should().BeEmpty();
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    [Test]
    [Clause("W4")]
    public async Task A_consent_that_was_taken_back_is_told_with_its_cure_and_the_others_go_on()
    {
        using var world = ShippedWorld.SampleWithoutWaits();
        var before = await ShippedWorld.SeenAsync();

        var report = await world.RunAsync(trouble: standIns =>
        {
            standIns.All.OfType<ExactOnlineStandIn>().Single().RevokeTokens();
            standIns.All.OfType<CrmOfficeStandIn>().Single().RevokeTokens();
        });
        await world.RunAsync();

        report.Findings.Where(finding => finding.Kind == FindingKind.Refused).Select(finding => finding.Subject).Should().Equal("crmoffice", "exact-online");
        report.Findings.Should().Contain(finding => finding.Cure!.Contains("sesamtalk connect exact-online"));
        Settled.Difference(await ShippedWorld.SeenSettledAsync(), await world.ReadAsync(), before).Should().BeEmpty();
    }

    private static int CountOf(ShippedWorld world, string system, string table) => world.Query(system, $"SELECT 1 FROM {table}").Count;

    private static TestCaseData Case(string name, Fault fault) => new TestCaseData(fault).SetArgDisplayNames(name);

    private static void Each(StandIns standIns, Action<StandIn> act)
    {
        foreach (var standIn in standIns.All.Where(standIn => Systems.Split(' ').Contains(standIn.System)))
        {
            act(standIn);
        }
    }
}
