using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R9")]
public sealed class ConditionTests
{
    private const string Erp = "erp/Person/p1";

    [Test]
    public async Task A_row_counts_only_while_its_condition_holds()
    {
        using var world = Start("mail = mail; kind > kind; mobile = phone if kind in private,home", "mobile: m, kind: work");
        await world.RunAsync();
        Phone(world).Should().BeNull();

        world.Edit(Erp, "mobile", "m2");
        await world.RunAsync();
        Phone(world).Should().BeNull();
        world.Edit(Erp, "kind", "home");
        await world.RunAsync();
        Phone(world).Should().Be("m2");
    }

    [Test]
    public async Task When_a_condition_begins_to_hold_the_value_is_as_late_as_that()
    {
        using var world = Start("mail = mail; mobile = phone if kind in private", "mobile: m, kind: work");
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "theirs");
        await world.RunAsync();
        world.Value(Erp, "mobile").Should().Be("m", "the row does not count");
        world.Edit(Erp, "kind", "private");
        await world.RunAsync();

        Phone(world).Should().Be("m");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R8")]
    public async Task Of_several_rows_into_one_property_the_first_whose_condition_holds_gives_the_value()
    {
        using var world = Start("mail = mail; kind > kind; mobile = phone if kind in private; office = phone if kind in work", "mobile: m, office: o, kind: work");
        await world.RunAsync();
        Phone(world).Should().Be("o");
        world.Edit(Erp, "kind", "private");
        await world.RunAsync();
        Phone(world).Should().Be("m");
        world.Edit(world.Only("crm/Contact"), "phone", "new");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().Be("new");
        world.Value(Erp, "office").Should().Be("o");
    }

    [Test]
    public async Task A_condition_may_ask_the_target_also_of_a_record_that_is_being_made()
    {
        using var world = Start("mail = mail; mobile = phone iftarget kind in private; kind > kind", "mobile: m, kind: private").Add("erp/Person/p2", "mail: b@x.no, mobile: m2, kind: work");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("mail: a@x.no, phone: m, sms: , kind: private", "mail: b@x.no, phone: , sms: , kind: work");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task No_value_is_a_value_that_a_condition_can_ask_for()
    {
        using var world = Start("mail = mail; mobile = phone if kind in -", "mobile: m").Add("erp/Person/p2", "mail: b@x.no, mobile: m2, kind: work");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("mail: a@x.no, phone: m, sms: , kind: ", "mail: b@x.no, phone: , sms: , kind: ");
    }

    [Test]
    public async Task The_same_two_properties_may_be_mapped_twice_under_different_conditions()
    {
        using var world = Start("mail = mail; mobile = phone via upper if kind in loud; mobile = phone if kind in quiet", "mobile: m, kind: loud");
        await world.RunAsync();
        Phone(world).Should().Be("M");
        world.Edit(Erp, "kind", "quiet");
        await world.RunAsync();

        Phone(world).Should().Be("m");
    }

    [Test]
    [Clause("T3")]
    public async Task A_row_whose_condition_a_flow_may_change_waits_until_that_has_settled()
    {
        using var world = Start("mail = mail; kind = kind; mobile = phone if kind in -", "mobile: m").Add("crm/Contact/c1", "mail: a@x.no, kind: work");
        await world.RunAsync();

        world.Value(Erp, "kind").Should().Be("work");
        Phone(world).Should().BeNull();
    }

    [Test]
    [Clause("W1")]
    public async Task A_row_whose_condition_no_flow_changes_goes_with_the_others_in_one_write()
    {
        using var world = Start("mail = mail; office = sms; mobile = phone if kind in work", "mobile: m, kind: work");
        await world.RunAsync();
        world.Edit(Erp, "office", "o");
        world.Edit(Erp, "mobile", "m2");

        (await world.CountWritesAsync()).Should().Be(1);
        world.Records("crm/Contact").Should().Equal("mail: a@x.no, phone: m2, sms: o, kind: ");
    }

    private static string? Phone(World world) => world.Value(world.Only("crm/Contact"), "phone");

    private static World Start(string rows, string values) => People
        .TwoSystems("mail email, mobile, office, kind", "mail email, phone, sms, kind")
        .Flow("people", "erp/Person", "crm/Contact", rows, "mail")
        .Add(Erp, $"mail: a@x.no, {values}");
}
