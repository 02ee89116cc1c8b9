using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R10")]
public sealed class ReferenceTests
{
    private const string OrderRows = "no = ref; customer = account of Customer Account";

    [Test]
    public async Task An_order_with_a_new_customer_arrives_with_it_in_one_run()
    {
        using var world = Orders().Add("erp/Customer/k1", "name: Nordlys").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();

        var account = world.CounterpartOf("2-customers", "erp/Customer/k1");
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be(account.Split('/')[2]);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("account")]
    [TestCase("account!")]
    public async Task The_counterpart_is_made_first_whatever_the_flows_are_called(string account)
    {
        using var world = Orders(account, orders: "9-orders").Add("erp/Order/o1", "no: 1, customer: k1").Add("erp/Customer/k1", "name: Nordlys");
        await world.RunAsync();

        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be(world.Keys("exact/Account").Single());
    }

    [Test]
    public async Task A_reference_that_is_changed_is_translated_both_ways()
    {
        using var world = Orders().Add("erp/Customer/k1", "name: A").Add("erp/Customer/k2", "name: B").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        var other = world.CounterpartOf("2-customers", "erp/Customer/k2").Split('/')[2];
        world.Edit(world.Only("exact/SalesOrder"), "account", other);
        await world.RunAsync();

        world.Value("erp/Order/o1", "customer").Should().Be("k2");
    }

    [Test]
    public async Task References_that_name_the_same_thing_agree()
    {
        using var world = Orders().Add("erp/Customer/k1", "name: A").Add("exact/Account/a9", "name: A")
            .Add("erp/Order/o1", "no: 1, customer: k1").Add("exact/SalesOrder/s1", "ref: 1, account: a9");

        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
        world.Links("1-orders").Should().ContainSingle();
    }

    [Test]
    public async Task The_record_goes_without_an_optional_reference_and_gets_it_later()
    {
        using var world = Orders(customers: CreatePolicy.Never).Add("erp/Customer/k1", "name: A").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().BeNull();
        world.Value("erp/Order/o1", "customer").Should().Be("k1", "an unknown counterpart must not empty the reference");

        world.Add("exact/Account/a9", "name: A");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be("a9");
    }

    [Test]
    public async Task The_record_waits_for_a_mandatory_reference()
    {
        using var world = Orders("account!", customers: CreatePolicy.Never).Add("erp/Customer/k1", "name: A").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Keys("exact/SalesOrder").Should().BeEmpty();
        world.Waiting().Should().ContainSingle().Which.Subject.Should().Be("erp/Order/o1");

        world.Add("exact/Account/a9", "name: A");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be("a9");
        world.Waiting().Should().BeEmpty();
    }

    [Test]
    public async Task A_reference_to_a_record_that_is_not_there_waits_for_it()
    {
        using var world = Orders("account!").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Keys("exact/SalesOrder").Should().BeEmpty();

        world.Add("erp/Customer/k1", "name: A");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be(world.Keys("exact/Account").Single());
    }

    [Test]
    public async Task An_edit_to_a_reference_without_a_counterpart_waits_and_empties_nothing()
    {
        using var world = Orders(customers: CreatePolicy.Never).Add("erp/Customer/k1", "name: A").Add("erp/Customer/k2", "name: B")
            .Add("exact/Account/a1", "name: A").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Edit("erp/Order/o1", "customer", "k2");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be("a1");
        world.Value("erp/Order/o1", "customer").Should().Be("k2");

        world.Add("exact/Account/a2", "name: B");
        await world.RunAsync();
        world.Value(world.Only("exact/SalesOrder"), "account").Should().Be("a2");
    }

    [Test]
    public async Task Emptying_a_reference_empties_its_counterpart()
    {
        using var world = Orders().Add("erp/Customer/k1", "name: A").Add("erp/Order/o1", "no: 1, customer: k1");
        await world.RunAsync();
        world.Edit("erp/Order/o1", "customer", null);
        await world.RunAsync();

        world.Value(world.Only("exact/SalesOrder"), "account").Should().BeNull();
    }

    [Test]
    public async Task Two_records_that_need_each_other_are_created_and_then_patched()
    {
        using var world = new World()
            .System("erp", 30, "Company: name, contact -> Person", "Person: name, company -> Company")
            .System("crm", 20, "Firm: name, contact -> Human", "Human: name, firm -> Firm")
            .Flow("companies", "erp/Company", "crm/Firm", "name = name; contact = contact of Person Human", "name")
            .Flow("persons", "erp/Person", "crm/Human", "name = name; company = firm of Company Firm", "name")
            .Add("erp/Company/k1", "name: Nordlys, contact: p1").Add("erp/Person/p1", "name: Anna, company: k1");
        await world.RunAsync();

        world.Value(world.Only("crm/Firm"), "contact").Should().Be(world.Keys("crm/Human").Single());
        world.Value(world.Only("crm/Human"), "firm").Should().Be(world.Keys("crm/Firm").Single());
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_record_may_refer_to_another_of_its_own_entity()
    {
        using var world = new World().System("erp", 30, "Person: name, boss -> Person").System("crm", 20, "Contact: name, boss -> Contact")
            .Flow("people", "erp/Person", "crm/Contact", "name = name; boss = boss of Person Contact", "name")
            .Add("erp/Person/p1", "name: Anna, boss: p2").Add("erp/Person/p2", "name: Bo, boss: p2");
        await world.RunAsync();

        var bo = world.CounterpartOf("people", "erp/Person/p2");
        world.Value(bo, "boss").Should().Be(bo.Split('/')[2]);
        world.Value(world.CounterpartOf("people", "erp/Person/p1"), "boss").Should().Be(bo.Split('/')[2]);
    }

    private static World Orders(string account = "account", CreatePolicy customers = CreatePolicy.Source, string orders = "1-orders") => new World()
        .System("erp", 30, "Customer: name", "Order: no, customer -> Customer")
        .System("exact", 20, "Account: name", $"SalesOrder: ref, {account} -> Account")
        .Flow(orders, "erp/Order", "exact/SalesOrder", OrderRows, "no=ref")
        .Flow("2-customers", "erp/Customer", "exact/Account", "name = name", "name", customers);
}
