using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

/// <summary>Who comes back when another record has taken its place.</summary>
[Clause("D4")]
public sealed class ReturnedTests
{
    [Test]
    [Clause("I5")]
    public async Task Who_comes_back_after_it_was_made_again_is_a_new_thing()
    {
        using var world = await MadeAgainAsync();
        var again = world.CounterpartOf("people", "crm/Contact/c1");
        world.Add("erp/Person/p1", "name: Anna, mail: anna@y.no, phone: 7");
        await world.RunAsync();

        world.CounterpartOf("people", "crm/Contact/c1").Should().Be(again);
        var own = world.CounterpartOf("people", "erp/Person/p1");
        own.Should().NotBe("crm/Contact/c1");
        world.Value(own, "phone").Should().Be("7");
        world.Value(again, "phone").Should().Be("edited");
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    [Clause("I4")]
    public async Task It_is_found_by_the_match_rules_like_every_other()
    {
        using var world = await MadeAgainAsync();
        world.Add("crm/Contact/c9", "name: Anna, mail: anna@y.no").Add("erp/Person/p1", "name: Anna, mail: anna@y.no, phone: 7");
        await world.RunAsync();

        world.CounterpartOf("people", "erp/Person/p1").Should().Be("crm/Contact/c9");
    }

    // While the flow that passes deletes on did not run, b2 came into the cluster, b1 came back, and p1 went.
    [Test]
    [Clause("D2")]
    public async Task Who_comes_back_when_its_place_is_taken_is_not_deleted_for_the_other()
    {
        using var world = new World().System("a", 30, "P: name, mail email").System("b", 20, "P: name, mail email").System("c", 10, "P: name, mail email")
            .Flow("ab", "a/P", "b/P", "mail = mail", "mail", CreatePolicy.Never)
            .Flow("ac", "a/P", "c/P", "mail = mail", "mail", CreatePolicy.Never)
            .Flow("cb", "c/P", "b/P", "name = name", "name", CreatePolicy.Never)
            .With("ab", Deletes.Propagate)
            .Add("a/P/p1", "mail: a@x.no").Add("b/P/b1", "mail: a@x.no").Add("c/P/c1", "mail: a@x.no, name: Bo");
        await world.RunAsync("ab", "ac");
        world.Delete("b/P/b1").Add("b/P/b2", "name: Bo");
        await world.RunAsync("cb");
        world.CounterpartOf("cb", "c/P/c1").Should().Be("b/P/b2");
        world.Add("b/P/b1", "mail: a@x.no").Delete("a/P/p1");
        await world.RunAsync();

        world.Keys("b/P").Should().BeEquivalentTo(["b1", "b2"]);
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    [Clause("D3")]
    public async Task A_record_that_was_made_again_takes_over_all_links_of_the_other()
    {
        using var world = People.InACircle().With("ab", Deletes.Propagate);
        world.Add("a/P/p1", People.Anna).Add("a/P/p2", "name: Bo, mail: bo@x.no");
        await world.RunAsync();
        var (b, c) = (world.CounterpartOf("ab", "a/P/p1"), world.CounterpartOf("ac", "a/P/p1"));
        world.Delete("a/P/p1").Edit(b, "phone", "edited");
        await world.RunAsync();

        var again = world.CounterpartOf("ab", b);
        world.CounterpartOf("ac", c).Should().Be(again);
        world.EndedLinks("ac").Should().BeEmpty();
        world.Add("a/P/p1", "name: Anna, mail: anna@y.no");
        await world.RunAsync();

        world.CounterpartOf("ab", b).Should().Be(again);
        world.CounterpartOf("ac", c).Should().Be(again);
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    // Anna was deleted in the ERP and edited in the CRM: the edit won (D3).
    private static async Task<World> MadeAgainAsync()
    {
        var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();
        return world;
    }
}
