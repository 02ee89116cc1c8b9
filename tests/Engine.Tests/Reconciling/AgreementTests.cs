using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

public sealed class AgreementTests
{
    [Test]
    [Clause("R1")]
    public async Task Values_that_agree_are_not_written()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2").Edit("crm/Contact/c1", "phone", "2");

        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    [Clause("R1")]
    public async Task Both_sides_that_agree_take_the_later_edit_so_that_it_holds_on_their_other_links()
    {
        using var world = Systems("a", "b", "c").Flow("ab", "a/P", "b/P", People.Rows, "mail").Flow("ac", "a/P", "c/P", People.Rows, "mail");
        world.Add("a/P/p1", "mail: anna@x.no, phone: same")
            .Add("c/P/p1", "mail: anna@x.no, phone: other")
            .Add("b/P/p1", "mail: anna@x.no, phone: same");
        await world.RunAsync("ab");
        await world.RunAsync("ac");

        world.Value("c/P/p1", "phone").Should().Be("same", "b said so after c had said other");
        world.Value("a/P/p1", "phone").Should().Be("same");
    }

    [Test]
    [Clause("R1")]
    public async Task A_row_that_runs_only_back_agrees_where_the_way_back_gives_what_is_there()
    {
        using var world = await People.SettledAsync("name = name; mail = mail; phone < phone via upper");
        world.Edit("crm/Contact/c1", "phone", "x").Edit("erp/Person/p1", "phone", "x");

        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R2")]
    public async Task Two_spellings_of_one_edit_agree()
    {
        using var world = Systems("a", "b", "c")
            .Flow("ab", "a/P", "b/P", People.Rows, "mail")
            .Flow("bc", "b/P", "c/P", People.Rows, "mail")
            .Flow("ac", "a/P", "c/P", "mail = mail; phone = phone via cut3", "mail");
        world.Add("a/P/p1", "mail: anna@x.no, phone: 12345").Add("b/P/p1", "mail: anna@x.no").Add("c/P/p1", "mail: anna@x.no");
        await world.RunAsync();

        world.Value("a/P/p1", "phone").Should().Be("12345");
        world.Value("b/P/p1", "phone").Should().Be("12345");
        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
    }

    [TestCase("a/P", "d/P")]
    [TestCase("d/P", "a/P")]
    [Clause("R2")]
    public async Task Of_one_edit_the_least_converted_copy_wins(string source, string target)
    {
        using var world = Systems("a", "b", "c", "d")
            .Flow("ab", "a/P", "b/P", People.Rows, "mail")
            .Flow("bc", "b/P", "c/P", People.Rows, "mail")
            .Flow("cd", "c/P", "d/P", "mail = mail; phone = phone via cut3", "mail");
        world.Add("a/P/p1", "mail: anna@x.no, phone: 12345");
        await world.RunAsync();
        world.Value(world.Only("d/P"), "phone").Should().Be("123", "three flows lie between");

        world.Flow("ad", source, target, People.Rows, "mail");
        await world.RunAsync();

        world.Value(world.Only("d/P"), "phone").Should().Be("12345");
        world.Value(world.Only("c/P"), "phone").Should().Be("12345");
        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    [Clause("R6")]
    public async Task Emptying_a_property_that_agreed_is_an_edit_like_any_other()
    {
        using var world = await People.SettledAsync();
        world.Edit("crm/Contact/c1", "phone", null);
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().BeNull();
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    [Clause("R5")]
    public async Task Where_a_row_never_agreed_an_emptying_does_not_beat_a_value_and_is_recorded()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never)
            .Add("erp/Person/p1", "name: Anna, phone: 1").Add("crm/Contact/c1", "name: Anna, mail: anna@x.no, phone: 2");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", null).Edit("erp/Person/p1", "mail", "anna@x.no");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("2");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.Winner == "crm/Contact/c1 phone" && c.Loser == "erp/Person/p1 phone");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    private static World Systems(params string[] names) => names
        .Select((name, i) => (name, rank: 50 - (10 * i)))
        .Aggregate(new World(), (world, system) => world.System(system.name, system.rank, "P: name, mail email, phone"));
}
