using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>Edits made in the databases themselves, past the engine.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EditTests
{
    // No longer than any of the columns that take it.
    private const string Edited = "77 77";

    [TestCase("custom-erp", 3)]
    [TestCase("exact-online", 3)]
    [TestCase("crmoffice", 3)]
    [TestCase("custom-pms", 3)]
    [TestCase("custom-crm", 2)]
    [TestCase("poweroffice-go", 2)]
    [Clause("INV3")]
    [Clause("R3")]
    public async Task An_edit_arrives_in_every_linked_record_and_nowhere_else(string system, int atLeast)
    {
        using var world = await ShippedWorld.SettledAsync();
        var before = await world.ReadAsync();
        var reach = new Reach(world.Links());
        var cell = reach.FarthestOf(system, before);
        Edit(world, before, cell, Edited);

        var report = await world.RunAsync();

        var after = await world.ReadAsync();
        var reached = reach.Of(cell);
        reached.Should().HaveCountGreaterThanOrEqualTo(atLeast, "the edit of {0} should be worth a test", cell);
        reached.Where(other => after[other] != Value.Text(Edited)).Should().BeEmpty();
        after.ChangedSince(before).Should().BeEquivalentTo(reached);
        report.Findings.Should().BeEmpty();
    }

    // An address does not move the time by which PowerOffice Go tells what changed: a run a day reads everything.
    [Test]
    [Clause("INV3")]
    public async Task An_edit_that_the_vendor_does_not_tell_arrives_within_a_day()
    {
        using var world = await ShippedWorld.SettledWithoutWaitsAsync();
        world.Wait(TimeSpan.FromMinutes(5));
        await world.RunAsync();
        var link = world.Links().First(it => it.Flow.Name == "customcrm-customer-to-powerofficego-customers");
        world.Execute("poweroffice-go", $"UPDATE Customers SET \"MailAddress.City\" = 'Vardø' WHERE Id = {link.Target.Split('/')[^1]}");

        await world.RunAsync();
        (await world.ReadAsync())[new Cell(link.Source, "city")].Should().NotBe(Value.Text("Vardø"), "nothing tells of it");
        world.Wait(TimeSpan.FromDays(1));
        await world.RunAsync();

        (await world.ReadAsync())[new Cell(link.Source, "city")].Should().Be(Value.Text("Vardø"));
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    [TestCase("custom-erp", "exact-online")]
    [TestCase("exact-online", "custom-pms")]
    [TestCase("custom-erp", "crmoffice")]
    [TestCase("custom-crm", "poweroffice-go")]
    [Clause("INV3")]
    public async Task Two_edits_of_different_properties_in_two_systems_both_survive(string one, string other)
    {
        using var world = await ShippedWorld.SettledAsync();
        var before = await world.ReadAsync();
        var reach = new Reach(world.Links());
        var (first, second) = TwoOfOneThing(reach, before, one, other);
        Edit(world, before, first, "11 11");
        Edit(world, before, second, "22 22");

        await world.RunAsync();

        var after = await world.ReadAsync();
        reach.Of(first).Where(cell => after[cell] != Value.Text("11 11")).Should().BeEmpty();
        reach.Of(second).Where(cell => after[cell] != Value.Text("22 22")).Should().BeEmpty();
        after.ChangedSince(before).Should().BeEquivalentTo(reach.Of(first).Union(reach.Of(second)));
    }

    // A cell of one system, and one of the same thing in the other system that the first does not reach.
    private static (Cell First, Cell Second) TwoOfOneThing(Reach reach, Snapshot before, string one, string other)
    {
        var first = reach.FarthestOf(one, before, cell => reach.Of(cell).Any(reached => before.Records[reached.Record].System == other));
        var counterpart = reach.Of(first).First(cell => before.Records[cell.Record].System == other).Record;
        return (first, reach.FarthestOf(other, before, cell => cell.Record == counterpart && !reach.Of(first).Contains(cell)));
    }

    private static void Edit(ShippedWorld world, Snapshot before, Cell cell, string value)
    {
        var record = before.Records[cell.Record];
        var column = record.Entity.Property(cell.Property)!.Column ?? cell.Property;
        var key = record.Entity.Property(record.Entity.Key.Property)!.Column ?? record.Entity.Key.Property;
        world.Execute(record.System, $"UPDATE \"{record.Entity.Table ?? record.Entity.Name}\" SET \"{column}\" = '{value}' WHERE \"{key}\" = '{record.Key}'");
    }
}
