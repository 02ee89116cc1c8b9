using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R8")]
public sealed class SeveralRowsTests
{
    private const string Into = "mail = mail; mobile = phone; office = phone";
    private const string OutOf = "mail = mail; mobile = phone; mobile = sms";
    private const string Erp = "erp/Person/p1";

    [Test]
    public async Task The_first_row_whose_source_is_not_empty_gives_the_value()
    {
        using var world = Start(Into, "mobile: m, office: o").Add("erp/Person/p2", "mail: b@x.no, office: o2");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("mail: a@x.no, phone: m, sms: ", "mail: b@x.no, phone: o2, sms: ");
    }

    [Test]
    public async Task Emptying_the_first_source_lets_the_second_through()
    {
        using var world = Start(Into, "mobile: m, office: o");
        await world.RunAsync();
        world.Edit(Erp, "mobile", null);
        await world.RunAsync();

        Phone(world).Should().Be("o");
        world.Value(Erp, "mobile").Should().BeNull();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Emptying_the_first_source_beats_an_older_edit_of_the_target()
    {
        using var world = Start(Into, "mobile: m, office: o");
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "older").Edit(Erp, "mobile", null);
        await world.RunAsync();

        Phone(world).Should().Be("o");
        world.Conflicts().Should().Contain(c => c.LoserValue == "older");
    }

    [Test]
    public async Task Filling_the_first_source_takes_the_place_of_the_second()
    {
        using var world = Start(Into, "office: o");
        await world.RunAsync();
        world.Edit(Erp, "mobile", "m");
        await world.RunAsync();

        Phone(world).Should().Be("m");
        world.Value(Erp, "office").Should().Be("o");
    }

    [Test]
    public async Task An_edit_of_the_property_goes_back_through_the_row_that_gives_the_value()
    {
        using var world = Start(Into, "office: o");
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "new");
        await world.RunAsync();

        world.Value(Erp, "office").Should().Be("new");
        world.Value(Erp, "mobile").Should().BeNull();
    }

    [Test]
    public async Task Where_no_row_gives_a_value_it_goes_back_through_the_first()
    {
        using var world = Start(Into, string.Empty);
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "new");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().Be("new");
        world.Value(Erp, "office").Should().BeNull();
    }

    [Test]
    [Clause("C1")]
    public async Task A_source_record_that_is_made_gets_the_value_through_the_first_row()
    {
        using var world = Start(Into, string.Empty, CreatePolicy.Both).Add("crm/Contact/c9", "mail: b@x.no, phone: new");
        await world.RunAsync();

        world.Records("erp/Person").Should().Contain("mail: b@x.no, mobile: new, office: , kind: ");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Of_several_rows_out_of_one_property_each_target_follows_and_an_edit_of_one_reaches_the_others()
    {
        using var world = Start(OutOf, "mobile: m");
        await world.RunAsync();
        var contact = world.Only("crm/Contact");
        world.Value(contact, "sms").Should().Be("m");

        world.Edit(contact, "sms", "new");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().Be("new");
        world.Value(contact, "phone").Should().Be("new");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("O3")]
    public async Task An_edit_counts_as_later_than_those_that_share_its_row()
    {
        using var world = Start(Into, "mobile: m, office: o").Change("people", flow => flow with { Conflict = ConflictPolicy.Target });
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "second");
        await world.RunAsync();
        world.Edit(Erp, "mobile", null);
        await world.RunAsync();

        Phone(world).Should().Be("o", "whoever emptied the first had seen what the target said");
    }

    private static string? Phone(World world) => world.Value(world.Only("crm/Contact"), "phone");

    private static World Start(string rows, string values, CreatePolicy create = CreatePolicy.Source) => People
        .TwoSystems("mail email, mobile, office, kind", "mail email, phone, sms")
        .Flow("people", "erp/Person", "crm/Contact", rows, "mail", create)
        .Add(Erp, values.Length == 0 ? "mail: a@x.no" : $"mail: a@x.no, {values}");
}
