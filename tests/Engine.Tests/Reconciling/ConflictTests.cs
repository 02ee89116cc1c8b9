using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R4")]
public sealed class ConflictTests
{
    [Test]
    public async Task Two_edits_that_did_not_see_each_other_are_recorded_with_what_was_decided()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "earlier").Edit("crm/Contact/c1", "phone", "later");
        var report = await world.RunAsync();

        world.Conflicts().Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Winner = "crm/Contact/c1 phone",
            WinnerValue = "later",
            Loser = "erp/Person/p1 phone",
            LoserValue = "earlier",
            Place = "flows/people.flow.yaml:13",
        });
        report.Flows.Single().Conflicts.Should().Be(1);
    }

    [TestCase("erp/Person/p1", "crm/Contact/c1")]
    [TestCase("crm/Contact/c1", "erp/Person/p1")]
    public async Task They_are_recorded_once_also_where_a_conversion_spells_the_value_that_won_otherwise(string loser, string winner)
    {
        using var world = await People.SettledAsync("name = name; mail = mail; phone = phone via upper");
        world.Edit(loser, "phone", "Earlier").Edit(winner, "phone", "Later");
        await world.RunAsync();

        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.WinnerValue == "Later" && c.LoserValue == "Earlier");
    }

    [Test]
    public async Task An_edit_on_one_side_only_is_no_conflict()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", "3");
        await world.RunAsync();

        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task Different_values_at_the_first_link_are_recorded()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", "mail: a@x.no, phone: 1").Add("crm/Contact/c1", "mail: a@x.no, phone: 2");
        await world.RunAsync();

        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.WinnerValue == "2" && c.LoserValue == "1");
    }

    [Test]
    public async Task The_same_two_edits_are_recorded_once_however_many_links_they_meet_on()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "earlier").Edit(world.Only("b/P"), "phone", "later");
        await world.RunAsync();
        await world.RunAsync();

        world.Conflicts().Should().ContainSingle();
    }

    [Test]
    public async Task Of_three_edits_both_that_lost_are_recorded()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "first").Edit(world.Only("b/P"), "phone", "second").Edit(world.Only("c/P"), "phone", "third");
        await world.RunAsync();

        world.Contents().Should().NotContain("first").And.NotContain("second");
        world.Conflicts().Select(c => c.LoserValue).Should().Contain(["first", "second"]);
    }

    [Test]
    public async Task A_conflict_is_recorded_where_the_first_to_hear_of_it_is_a_third_system()
    {
        using var world = new World()
            .System("a", 30, "P: mail, phone").System("b", 20, "P: mail, phone").System("c", 10, "P: mail, phone")
            .Flow("ab", "a/P", "b/P", "mail = mail; phone = phone", "mail")
            .Flow("bc", "b/P", "c/P", "mail = mail; phone = phone", "mail")
            .Add("a/P/p1", "mail: m");
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "earlier").Edit(world.Only("c/P"), "phone", "later");
        await world.RunAsync();

        world.Value("a/P/p1", "phone").Should().Be("later");
        world.Conflicts().Should().Contain(c => c.LoserValue == "earlier", "an edit is never overwritten unrecorded");
    }

    [Test]
    public async Task An_edit_that_agreed_in_this_run_already_is_recorded_all_the_same_when_it_is_replaced()
    {
        using var world = new World()
            .System("s", 30, "P: mail, phone").System("t", 20, "P: mail, phone").System("x", 10, "P: mail, phone")
            .Flow("st", "s/P", "t/P", "mail = mail; phone > phone", "mail")
            .Flow("sx", "s/P", "x/P", "mail = mail; phone = phone", "mail")
            .Add("s/P/p1", "mail: m").Add("t/P/p1", "mail: m").Add("x/P/p1", "mail: m");
        await world.RunAsync();
        world.Edit("s/P/p1", "phone", "first").Edit("t/P/p1", "phone", "first").Edit("x/P/p1", "phone", "later");
        await world.RunAsync();

        world.Value("t/P/p1", "phone").Should().Be("later");
        world.Conflicts().Select(c => c.Loser).Should().BeEquivalentTo("s/P/p1 phone", "t/P/p1 phone");
    }

    [Test]
    public async Task A_conflict_names_the_record_whose_edit_won()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "first").Edit(world.Only("b/P"), "phone", "second").Edit(world.Only("c/P"), "phone", "third");
        await world.RunAsync();

        world.Conflicts().Should().AllSatisfy(conflict => conflict.Winner.Should().NotBe(conflict.Loser));
    }

    [Test]
    public async Task An_edit_that_overwrites_what_its_author_saw_is_no_conflict_a_run_later()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "earlier").Edit("crm/Contact/c1", "phone", "later");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "latest");
        await world.RunAsync();

        world.Conflicts().Should().ContainSingle();
        world.Value("crm/Contact/c1", "phone").Should().Be("latest");
    }
}
