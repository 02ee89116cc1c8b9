using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R7")]
public sealed class EnforceTests
{
    private const string Rows = "name = name; mail = mail; phone > phone enforce";
    private const string Erp = "erp/Person/p1";
    private const string Crm = "crm/Contact/c1";

    [Test]
    public async Task An_edit_on_the_receiving_side_is_taken_back_and_recorded()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        world.Edit(Crm, "phone", "drift");
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("2");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.LoserValue == "drift" && c.DecidedBy == "enforce");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R8")]
    public async Task An_edit_on_the_receiving_side_is_recorded_also_where_its_value_carries_the_stamp_of_a_condition()
    {
        using var world = People.TwoSystems("mail email, n, y", "mail email, x, z")
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; y = x if n in -; y < z enforce", "mail")
            .Add(Erp, "mail: a@x.no").Add(Crm, "mail: a@x.no, x: one");
        await world.RunAsync();
        world.Edit(Erp, "n", "full");
        await world.RunAsync();
        world.Edit(Erp, "n", null);
        await world.RunAsync();
        world.Edit(Erp, "y", "drift").Edit(Crm, "x", "two");
        await world.RunAsync();

        world.Value(Erp, "y").Should().Be("two");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.LoserValue == "drift" && c.DecidedBy == "enforce");
    }

    [Test]
    [Clause("R9")]
    public async Task While_the_condition_of_the_row_does_not_hold_the_edit_stays_and_is_taken_back_when_it_does()
    {
        using var world = People.TwoSystems("mail email, n, y", "mail email, x")
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; y > x if n in - enforce", "mail")
            .Add(Erp, "mail: a@x.no").Add(Crm, "mail: a@x.no");
        await world.RunAsync();
        world.Edit(Erp, "y", "ours");
        await world.RunAsync();
        world.Edit(Erp, "n", "full").Edit(Crm, "x", "mine");
        await world.RunAsync();
        world.Value(Crm, "x").Should().Be("mine");

        world.Edit(Erp, "n", null);
        await world.RunAsync();
        world.Value(Crm, "x").Should().Be("ours");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.LoserValue == "mine" && c.DecidedBy == "enforce");
    }

    [Test]
    public async Task It_is_taken_back_each_time()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        for (var i = 0; i < 3; i++)
        {
            world.Edit(Crm, "phone", $"drift {i}");
            await world.RunAsync();
            world.Value(Crm, "phone").Should().Be("2");
        }
    }

    [Test]
    public async Task The_sending_side_goes_on_sending()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        world.Edit(Crm, "phone", "drift").Edit(Erp, "phone", "3");
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("3");
        world.Value(Erp, "phone").Should().Be("3");
    }

    [Test]
    public async Task Without_enforce_the_edit_stays()
    {
        using var world = await People.SettledAsync("name = name; mail = mail; phone > phone");
        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        world.Edit(Crm, "phone", "mine");
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("mine");
    }

    // There is nothing yet to restore: the row has carried no value.
    [Test]
    public async Task What_a_linked_record_held_before_goes_by_the_stamps_until_the_sending_side_has_won()
    {
        using var world = People.InTwoSystems(rows: Rows).Add(Erp, People.Anna).Add(Crm, "name: Anna, mail: anna@x.no, phone: mine");
        await world.RunAsync();
        world.Value(Crm, "phone").Should().Be("mine", "it is the later one");
        (await world.CountWritesAsync()).Should().Be(0);

        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        world.Value(Crm, "phone").Should().Be("2");

        world.Edit(Crm, "phone", "drift");
        await world.RunAsync();
        world.Value(Crm, "phone").Should().Be("2");
    }

    [Test]
    public async Task What_a_linked_record_held_before_is_replaced_where_the_sending_side_is_the_later()
    {
        using var world = People.InTwoSystems(rows: Rows).Add(Crm, "name: Anna, mail: anna@x.no, phone: mine").Add(Erp, People.Anna);
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("1");
    }

    [Test]
    [Clause("O6")]
    public async Task A_system_that_rewrites_what_it_is_given_makes_no_loop()
    {
        using var world = People.InTwoSystems(rows: Rows).Add(Erp, "name: Anna, mail: anna@x.no, phone: abc");
        world["crm/Contact"].Rewrite("phone", value => value.IsNone ? value : SesamTalk.Connectors.Values.Value.Text(value.AsText.ToUpperInvariant()));
        await world.RunAsync();

        world.Value(world.Only("crm/Contact"), "phone").Should().Be("ABC");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("O6")]
    public async Task What_a_silent_system_without_modification_times_makes_of_a_value_is_taken_back_once_and_then_stands()
    {
        using var world = await RewritingInSilenceAsync();
        await world.RunAsync();

        world.Value(world.Only("crm/Contact"), "phone").Should().Be("ABC");
        (await world.CountWritesAsync()).Should().Be(0);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("O6")]
    public async Task An_edit_in_such_a_system_is_still_taken_back()
    {
        using var world = await RewritingInSilenceAsync();
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "phone", "drift");
        await world.RunAsync();

        world.Value(world.Only("crm/Contact"), "phone").Should().Be("ABC");
    }

    [Test]
    public async Task The_same_edit_made_again_after_a_read_has_shown_our_value_is_taken_back_again()
    {
        using var world = await People.SettledAsync(Rows);
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = false, GivesModificationTimes = false });
        world.Edit(Erp, "phone", "2");
        await world.RunAsync();
        for (var i = 0; i < 2; i++)
        {
            await world.RunAsync();
            world.Edit(Crm, "phone", "drift");
            await world.RunAsync();
            world.Value(Crm, "phone").Should().Be("2");
        }
    }

    // After the first read that shows what became of the value: it was taken back.
    private static async Task<World> RewritingInSilenceAsync()
    {
        var world = People.InTwoSystems(rows: Rows).Add(Erp, "name: Anna, mail: anna@x.no, phone: abc");
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = false, GivesModificationTimes = false });
        world["crm/Contact"].Rewrite("phone", value => value.IsNone ? value : SesamTalk.Connectors.Values.Value.Text(value.AsText.ToUpperInvariant()));
        await world.RunAsync();
        (await world.CountWritesAsync()).Should().Be(1);
        return world;
    }
}
