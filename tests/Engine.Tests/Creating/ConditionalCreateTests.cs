using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Creating;

[Clause("C1")]
public sealed class ConditionalCreateTests
{
    private static readonly Place Somewhere = new("flows/people.flow.yaml", 5, 9, 5, 20);

    [Test]
    public async Task A_record_gets_a_counterpart_when_the_condition_holds()
    {
        using var world = Staff().Add("erp/Person/p1", "mail: a@x.no, phone: yes").Add("erp/Person/p2", "mail: b@x.no");
        await world.RunAsync();
        world.Records("crm/Contact").Should().ContainSingle();

        world.Edit("erp/Person/p2", "phone", "yes");
        await world.RunAsync();
        world.Records("crm/Contact").Should().HaveCount(2);
    }

    [Test]
    public async Task Who_has_a_counterpart_keeps_it_when_the_condition_no_longer_holds()
    {
        using var world = Staff().Add("erp/Person/p1", "mail: a@x.no, phone: yes");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "no");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: , mail: a@x.no, phone: no");
    }

    [Test]
    public async Task A_condition_does_not_keep_records_from_being_linked()
    {
        using var world = Staff().Add("erp/Person/p1", "name: A, mail: a@x.no").Add("crm/Contact/c1", "mail: a@x.no");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "name").Should().Be("A");
    }

    [Test]
    [Clause("R10")]
    public async Task On_reference_a_record_is_made_when_a_synchronised_one_refers_to_it([Values] bool isMandatory)
    {
        using var world = Orders(isMandatory).Add("erp/Customer/k1", "name: One").Add("erp/Customer/k2", "name: Two").Add("erp/Order/o1", "no: 1, customer: k2");
        await world.RunAsync();

        world.Records("shop/Account").Should().Equal("name: Two");
        world.Value(world.Only("shop/SalesOrder"), "account").Should().Be(world.Keys("shop/Account").Single());
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_reference_that_comes_later_makes_the_record_then()
    {
        using var world = Orders(isMandatory: true).Add("erp/Customer/k1", "name: One");
        await world.RunAsync();
        world.Keys("shop/Account").Should().BeEmpty();

        world.Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Keys("shop/Account").Should().ContainSingle();
        world.Keys("shop/SalesOrder").Should().ContainSingle();
    }

    [Test]
    [Clause("C4")]
    public async Task Who_waits_for_something_else_has_whom_it_refers_to_made_and_waits_for_that_alone()
    {
        using var world = Orders(isMandatory: true, "due!").Add("erp/Customer/k1", "name: One").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Keys("shop/Account").Should().ContainSingle();
        world.Keys("shop/SalesOrder").Should().BeEmpty();

        await world.RunAsync();
        world.Waiting().Select(waiting => waiting.Reason).Should().Equal("due is mandatory in shop/SalesOrder, and there is no value for it");
    }

    private static World Staff() => People.InTwoSystems().Change("people", flow => flow with
    {
        CreateWhen = new Condition([[new PropertyTest("phone", ["yes"], false)]], [], Somewhere),
    });

    private static World Orders(bool isMandatory, string? more = null) => new World()
        .System("erp", 30, "Customer: name", "Order: no, customer -> Customer")
        .System("shop", 20, "Account: name", $"SalesOrder: no, account{(isMandatory ? "!" : string.Empty)} -> Account{(more is null ? string.Empty : $", {more}")}")
        .Flow("customers", "erp/Customer", "shop/Account", "name = name", "name")
        .Flow("orders", "erp/Order", "shop/SalesOrder", "no = no; customer = account of Customer Account", "no")
        .Change("customers", flow => flow with { CreateOnReference = ["Order"] });
}
