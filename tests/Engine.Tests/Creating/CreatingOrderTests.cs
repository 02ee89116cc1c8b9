using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Creating;

[Clause("R10")]
public sealed class CreatingOrderTests
{
    [Test]
    [Clause("W1")]
    public async Task Who_is_referred_to_is_made_first_whatever_the_flows_are_called()
    {
        using var world = Orders("1-orders", "2-customers")
            .Add("erp/Customer/k1", "name: One")
            .Add("erp/Order/o1", "no: 1, customer: k1");

        (await world.RunAsync()).Writes.Should().Be(2, "the order is made with its reference");

        world.Value(world.Only("shop/SalesOrder"), "account").Should().Be(world.Keys("shop/Account").Single());
    }

    [Test]
    [Clause("INV6")]
    public async Task The_names_of_the_flows_make_no_difference()
    {
        using var one = Orders("1-orders", "2-customers").Add("erp/Customer/k1", "name: One").Add("erp/Order/o1", "no: 1, customer: k1");
        using var other = Orders("2-orders", "1-customers").Add("erp/Customer/k1", "name: One").Add("erp/Order/o1", "no: 1, customer: k1");
        await one.RunAsync();
        await other.RunAsync();

        one.Records("shop/SalesOrder").Should().Equal(other.Records("shop/SalesOrder"));
        one.Records("shop/Account").Should().Equal(other.Records("shop/Account"));
    }

    [Test]
    [Clause("INV1")]
    public async Task In_a_circle_of_references_the_first_is_written_again()
    {
        using var world = new World()
            .System("erp", 30, "Team: name, lead -> Person", "Person: name, team -> Team")
            .System("hr", 20, "Group: name, head -> Member", "Member: name, group -> Group")
            .Flow("people", "erp/Person", "hr/Member", "name = name; team = group of Team Group", "name")
            .Flow("teams", "erp/Team", "hr/Group", "name = name; lead = head of Person Member", "name")
            .Add("erp/Team/t1", "name: Blue, lead: p1")
            .Add("erp/Person/p1", "name: Anna, team: t1");

        (await world.RunAsync()).Writes.Should().Be(3);

        world.Value(world.Only("hr/Group"), "head").Should().Be(world.Keys("hr/Member").Single());
        world.Value(world.Only("hr/Member"), "group").Should().Be(world.Keys("hr/Group").Single());
        (await world.CountWritesAsync()).Should().Be(0);
    }

    private static World Orders(string orders, string customers) => new World()
        .System("erp", 30, "Customer: name", "Order: no, customer -> Customer")
        .System("shop", 20, "Account: name", "SalesOrder: no, account -> Account")
        .Flow(customers, "erp/Customer", "shop/Account", "name = name", "name")
        .Flow(orders, "erp/Order", "shop/SalesOrder", "no = no; customer = account of Customer Account", "no");
}
