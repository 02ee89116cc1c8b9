using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R7")]
public sealed class DirectionTests
{
    [TestCase("phone > phone", "erp/Person/p1", "crm/Contact/c1")]
    [TestCase("phone < phone", "crm/Contact/c1", "erp/Person/p1")]
    public async Task The_value_of_the_sending_side_is_written(string row, string sender, string receiver)
    {
        using var world = await People.SettledAsync($"mail = mail; {row}");
        world.Edit(sender, "phone", "2");
        await world.RunAsync();

        world.Value(receiver, "phone").Should().Be("2");
    }

    [TestCase("phone > phone", "erp/Person/p1", "crm/Contact/c1")]
    [TestCase("phone < phone", "crm/Contact/c1", "erp/Person/p1")]
    public async Task An_edit_of_the_receiving_side_stays_there_until_the_sending_side_changes(string row, string sender, string receiver)
    {
        using var world = await People.SettledAsync($"mail = mail; {row}");
        world.Edit(receiver, "phone", "local");
        (await world.CountWritesAsync()).Should().Be(0);
        world.Value(sender, "phone").Should().Be("1");
        world.Value(receiver, "phone").Should().Be("local");

        world.Edit(sender, "phone", "3");
        await world.RunAsync();
        world.Value(receiver, "phone").Should().Be("3");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.LoserValue == "local");
    }

    [TestCase("phone > phone", "erp/Person/p1", "crm/Contact/c1")]
    [TestCase("phone < phone", "crm/Contact/c1", "erp/Person/p1")]
    [Clause("R1")]
    public async Task Where_both_say_the_same_the_receiving_side_goes_by_the_later_edit_of_the_sender(string row, string sender, string receiver)
    {
        using var world = await People.SettledAsync($"mail = mail; {row}");
        world.Edit(receiver, "phone", "2").Edit(sender, "phone", "2");
        (await world.CountWritesAsync()).Should().Be(0);
        EditOf(world, receiver).Should().Be(sender);

        world.Edit(sender, "phone", "3").Edit(receiver, "phone", "3");
        (await world.CountWritesAsync()).Should().Be(0);
        EditOf(world, receiver).Should().Be(receiver);
        EditOf(world, sender).Should().Be(sender);
    }

    [Test]
    public async Task What_was_not_edited_is_overwritten_without_a_conflict()
    {
        using var world = await People.SettledAsync("mail = mail; phone > phone");
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "3");
        await world.RunAsync();

        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task A_later_value_of_the_receiving_side_is_not_overwritten_at_the_first_link()
    {
        using var world = People.InTwoSystems(rows: "mail = mail; phone > phone")
            .Add("erp/Person/p1", "mail: a@x.no, phone: 1").Add("crm/Contact/c1", "mail: a@x.no, phone: 2");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("2");
        world.Value("erp/Person/p1", "phone").Should().Be("1");
    }

    [Test]
    public async Task An_empty_property_of_the_receiving_side_is_filled_at_the_first_link()
    {
        using var world = People.InTwoSystems(rows: "mail = mail; phone > phone")
            .Add("erp/Person/p1", "mail: a@x.no, phone: 1").Add("crm/Contact/c1", "mail: a@x.no");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("1");
    }

    private static string EditOf(World world, string record) =>
        world.Ask(state => state.Explain(record, "phone"))!.Properties.Single().EditedIn;
}
