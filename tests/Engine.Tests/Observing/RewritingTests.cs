using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O6")]
[Clause("W3")]
public sealed class RewritingTests
{
    private static readonly Dictionary<string, Func<Value, Value>> Ways = new()
    {
        ["trim"] = Rewriting.Trim,
        ["upper"] = Rewriting.Upper,
        ["cut"] = Rewriting.Cut(3),
    };

    [Test]
    public async Task A_system_that_rewrites_makes_no_loop(
        [Values("trim", "upper", "cut")] string way, [Values("answers", "says so", "is silent")] string manner)
    {
        using var world = Rewritten(way, manner);
        world.Add("erp/Person/p1", "mail: anna@x.no").Edit("erp/Person/p1", "name", " Annabel ");
        await world.RunAsync();
        (await world.CountWritesAsync()).Should().Be(0);
        (await world.CountWritesAsync()).Should().Be(0);

        world.Edit("erp/Person/p1", "name", " Beatrice ");
        await world.RunAsync();
        (await world.CountWritesAsync()).Should().Be(0);
        (await world.CountWritesAsync()).Should().Be(0);

        world.Value("erp/Person/p1", "name").Should().Be(" Beatrice ", "the rewriting must not come back as an edit");
        world.Value(world.Only("crm/Contact"), "name").Should().Be(Ways[way](Value.Text(" Beatrice ")).ToString());
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task A_number_that_is_rounded_makes_no_loop([Values("answers", "says so", "is silent")] string manner)
    {
        using var world = People.TwoSystems("price decimal", "price decimal").Flow("people", "erp/Person", "crm/Contact", "price = price");
        world["crm/Contact"].Rewrite("price", Rewriting.Round(2));
        Mannered(world, manner);
        world.Add("erp/Person/p1", "price: 1.239");
        await world.RunAsync();

        (await world.CountWritesAsync()).Should().Be(0);
        world.Value("erp/Person/p1", "price").Should().Be("1.239");
        world.Value(world.Only("crm/Contact"), "price").Should().Be("1.24");
    }

    [Test]
    public async Task An_edit_in_the_system_that_rewrites_still_comes_back([Values("answers", "says so", "is silent")] string manner)
    {
        using var world = Rewritten("upper", manner);
        world.Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "name", "ANNE");
        await world.RunAsync();

        world.Value("erp/Person/p1", "name").Should().Be("ANNE");
    }

    [Test]
    public async Task An_edit_beside_a_rewritten_value_leaves_the_rewritten_value_alone()
    {
        using var world = Rewritten("upper", "is silent");
        world.Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "2");
        await world.RunAsync();

        world.Value("erp/Person/p1", "name").Should().Be("Anna");
        world.Value("erp/Person/p1", "phone").Should().Be("2");
    }

    // Nothing tells it from an edit made in the same save; of the two mistakes this is the one that loses nothing unseen (decision 11).
    [Test]
    [Clause("T3")]
    public async Task What_a_silent_system_made_of_a_value_counts_as_an_edit_where_somebody_saved_the_record_before_it_was_read()
    {
        using var world = Rewritten("upper", "is silent");
        world.Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        world.Edit("erp/Person/p1", "name", "Annabel").Edit(world.Only("crm/Contact"), "phone", "2");
        await world.RunAsync();

        world.Value("erp/Person/p1", "name").Should().Be("ANNA");
        world.Conflicts().Should().ContainSingle().Which.LoserValue.Should().Be("Annabel");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T4")]
    public async Task A_run_that_is_killed_at_any_call_settles_all_the_same(
        [Values("answers", "says so", "is silent")] string manner, [Values] bool afterEffect)
    {
        for (var (call, died) = (1, true); died; call++)
        {
            using var world = Rewritten("upper", manner);
            world.Add("erp/Person/p1", People.Anna);
            await world.RunAsync();
            world.Edit("erp/Person/p1", "name", "Bea");
            died = await world.RunAndDieAsync(call, afterEffect);
            await world.RunAsync();

            world.Value(world.Only("crm/Contact"), "name").Should().Be("BEA", "it was killed at call {0}", call);
            world.Value("erp/Person/p1", "name").Should().BeOneOf("Bea", "BEA");
            (await world.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
        }
    }

    [Test]
    public async Task A_system_that_rewrites_without_any_sign_of_it_settles_all_the_same()
    {
        using var world = Rewritten("upper", "is silent").Can("crm/Contact", c => c with { GivesModificationTimes = false });
        world.Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        await world.RunAsync();

        (await world.CountWritesAsync()).Should().Be(0);
    }

    private static World Rewritten(string way, string manner)
    {
        var world = People.InTwoSystems();
        world["crm/Contact"].Rewrite("name", Ways[way]);
        Mannered(world, manner);
        return world;
    }

    private static void Mannered(World world, string manner) => world.Can("crm/Contact", c => c with
    {
        AnswersWithStoredState = manner == "answers",
        RewritesValues = manner == "says so",
    });
}
