using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Deleting;

[Clause("D3")]
public sealed class EditedMeanwhileTests
{
    [Test]
    public async Task The_edit_wins_and_the_record_is_created_again()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();

        var again = world.CounterpartOf("people", "crm/Contact/c1");
        again.Should().NotBe("erp/Person/p1");
        world.Value(again, "phone").Should().Be("edited");
        world.Conflicts().Should().ContainSingle().Which.WinnerValue.Should().Be("edited");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task It_is_created_again_under_its_own_key_where_a_row_gives_it()
    {
        using var world = new SesamTalk.TestKit.Worlds.World().System("erp", 30, "P [client keys]: mail, phone").System("crm", 20, "P: mail, phone")
            .Flow("f", "erp/P", "crm/P", "mail = mail; phone = phone", "mail").With("f", Deletes.Propagate)
            .Add("erp/P/p1", "mail: a, phone: 1").Add("erp/P/p2", "mail: b, phone: 2");
        await world.RunAsync();
        var contact = world.CounterpartOf("f", "erp/P/p1");
        world.Delete("erp/P/p1").Edit(contact, "phone", "edited");
        await world.RunAsync();

        world.Value(world.CounterpartOf("f", contact), "phone").Should().Be("edited");
    }

    [Test, Clause("R10")]
    public async Task Who_refers_to_a_record_that_is_created_again_refers_to_the_new_one_in_the_same_run()
    {
        using var world = new SesamTalk.TestKit.Worlds.World()
            .System("erp", 30, "Customer: name, phone", "Order: no, customer -> Customer").System("exact", 20, "Account: name, phone", "SalesOrder: ref, account -> Account")
            .Flow("1-orders", "erp/Order", "exact/SalesOrder", "no = ref; customer = account of Customer Account", "no = ref", CreatePolicy.Both)
            .Flow("2-customers", "erp/Customer", "exact/Account", "name = name; phone = phone", "name").With("2-customers", Deletes.Propagate)
            .Add("erp/Customer/k1", "name: Nordlys, phone: 1");
        await world.RunAsync();
        var account = world.Only("exact/Account");
        world.Delete("erp/Customer/k1").Edit(account, "phone", "2").Add("exact/SalesOrder/s1", $"ref: 1, account: {account.Split('/')[2]}");
        await world.RunAsync();

        world.Value(world.Only("erp/Order"), "customer").Should().Be(world.Keys("erp/Customer").Single());
    }

    [Test]
    public async Task A_record_created_again_can_be_deleted_again()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();
        world.Delete(world.CounterpartOf("people", "crm/Contact/c1"));
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
    }

    [Test]
    public async Task An_edit_that_both_had_seen_is_none()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();
        world.Delete("erp/Person/p1");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    [Clause("R7")]
    public async Task An_edit_that_does_not_travel_is_deleted_and_recorded()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, rows: "name > name; mail > mail; phone > phone");
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
        world.Conflicts().Should().ContainSingle().Which.LoserValue.Should().Be("edited");
    }

    [TestCase(ConflictPolicy.Source, true)]
    [TestCase(ConflictPolicy.Target, false)]
    public async Task A_preferred_side_wins(ConflictPolicy policy, bool deletes)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, conflict: policy);
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(deletes ? 2 : 3);
        world.Keys("erp/Person").Should().HaveCount(deletes ? 2 : 3);
        world.Conflicts().Should().ContainSingle();
    }

    [Test]
    [Clause("R4")]
    public async Task Under_review_nothing_is_done_until_one_side_follows_the_other()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, conflict: ConflictPolicy.Review);
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.Keys("erp/Person").Should().HaveCount(2);
        world.Conflicts().Should().ContainSingle();
        world.Delete("crm/Contact/c1");
        await world.RunAsync();

        world.EndedLinks("people").Should().ContainSingle();
    }

    [Test]
    public async Task An_edit_anywhere_in_a_circle_brings_all_of_it_back()
    {
        using var world = People.InACircle();
        foreach (var flow in new[] { "ab", "bc", "ac" })
        {
            world.With(flow, Deletes.Propagate);
        }

        world.Add("a/P/p1", People.Anna).Add("a/P/p2", "name: Bo, mail: bo@x.no").Add("a/P/p3", "name: Cy, mail: cy@x.no");
        await world.RunAsync();
        var c = world.CounterpartOf("ac", "a/P/p1");
        world.Delete("a/P/p1").Edit(c, "phone", "edited");
        await world.RunAsync();

        foreach (var system in new[] { "a", "b", "c" })
        {
            world.Records($"{system}/P").Should().HaveCount(3).And.Contain("name: Anna, mail: anna@x.no, phone: edited");
        }

        foreach (var flow in new[] { "ab", "bc", "ac" })
        {
            world.Links(flow).Should().HaveCount(3);
        }

        (await world.CountWritesAsync()).Should().Be(0);
    }
}
