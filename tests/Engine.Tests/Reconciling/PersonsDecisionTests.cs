using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R4")]
public sealed class PersonsDecisionTests
{
    [TestCase(TakenSide.Source, "x1", "a1")]
    [TestCase(TakenSide.Target, "x2", "a2")]
    [Clause("R5")]
    public async Task What_a_person_chooses_is_an_edit_of_that_side_and_is_carried_over(TakenSide taken, string erp, string crm)
    {
        using var world = await HeldAsync();
        var outcome = world.Resolve(OpenConflict(world), taken);
        outcome.Result.Should().Be(DecisionResult.Done);
        await world.RunAsync();

        world.Value("erp/Person/p1", "company").Should().Be(erp);
        world.Value("crm/Contact/c1", "account").Should().Be(crm);
        world.Conflicts().Should().ContainSingle("a decision is no new conflict");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task It_is_decided_once()
    {
        using var world = await HeldAsync();
        var conflict = OpenConflict(world);
        world.Resolve(conflict, TakenSide.Source);

        world.Resolve(conflict, TakenSide.Target).Should().Match<DecisionOutcome>(
            o => o.Result == DecisionResult.Refused && o.Message == $"Conflict {conflict} was decided in run 2.");
    }

    [Test]
    public async Task A_conflict_of_which_one_side_has_changed_is_overtaken()
    {
        using var world = await HeldAsync();
        world.Edit("erp/Person/p1", "company", "x2");
        await world.RunAsync();

        world.Resolve(1, TakenSide.Source).Message.Should().Be("Conflict 1 is overtaken: one side has changed, or the two are no longer linked.");
    }

    [Test]
    public async Task A_conflict_that_a_policy_has_decided_is_not_decided_again()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2").Edit("crm/Contact/c1", "phone", "3");
        await world.RunAsync();

        world.Resolve(1, TakenSide.Source).Should().Match<DecisionOutcome>(o => o.Result == DecisionResult.Refused && o.Message == "Conflict 1 is decided: latest.");
        world.Resolve(9, TakenSide.Source).Result.Should().Be(DecisionResult.NotFound);
    }

    [Test]
    public async Task An_edit_made_after_the_decision_is_the_later_one()
    {
        using var world = await HeldAsync();
        world.Resolve(OpenConflict(world), TakenSide.Source);
        world.Edit("crm/Contact/c1", "account", null);
        await world.RunAsync();

        world.Value("erp/Person/p1", "company").Should().BeNull();
    }

    [TestCase(TakenSide.Source, "2")]
    [TestCase(TakenSide.Target, "3")]
    public async Task Under_review_two_edits_wait_for_a_person_and_the_choice_reaches_all(TakenSide taken, string phone)
    {
        using var world = People.InACircle();
        foreach (var flow in new List<string> { "ab", "bc", "ac" })
        {
            world.Change(flow, it => it with { Conflict = ConflictPolicy.Review });
        }

        world.Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna).Add("c/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "2").Edit("b/P/p1", "phone", "3");
        await world.RunAsync();
        var waiting = world.Ask(state => state.WaitingConflicts().First(conflict => conflict.Flow == "ab"));
        world.Resolve(waiting.Number, taken).Result.Should().Be(DecisionResult.Done);
        await world.RunAsync();

        new List<string?> { world.Value("a/P/p1", "phone"), world.Value("b/P/p1", "phone"), world.Value("c/P/p1", "phone") }.Should().AllBe(phone);
        world.Ask(state => state.WaitingConflicts().ToList()).Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase(TakenSide.Source, "6")]
    [TestCase(TakenSide.Target, "9")]
    [Clause("R11")]
    public async Task A_choice_about_an_element_is_carried_over_and_leaves_the_other_elements_alone(TakenSide taken, string amount)
    {
        using var world = await HeldElementAsync();
        var waiting = world.Ask(state => state.WaitingConflicts().Single());
        waiting.WinnerProperty.Should().Be("lines[no=1].amount");
        world.Resolve(waiting.Number, taken).Should().Match<DecisionOutcome>(o => o.Result == DecisionResult.Done && o.Message.EndsWith($"is taken, {amount}."));
        await world.RunAsync();

        world.Elements("erp/Order/o1", "lines").Should().Equal($"1/Bolt/{amount}", "2/Nut/8");
        world.Elements(world.Only("shop/Order"), "rows").Should().Equal($"1/Bolt/{amount}", "2/Nut/8");
        world.Conflicts().Should().ContainSingle("a decision is no new conflict");
        world.Ask(state => state.WaitingConflicts().ToList()).Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R11")]
    public async Task A_conflict_about_an_element_of_which_one_side_has_changed_is_overtaken()
    {
        using var world = await HeldElementAsync();
        world.Edit("erp/Order/o1", "lines", "1/Bolt/9 | 2/Nut/8");
        await world.RunAsync();

        world.Resolve(1, TakenSide.Source).Message.Should().Be("Conflict 1 is overtaken: one side has changed, or the two are no longer linked.");
    }

    [Test]
    [Clause("R11")]
    public async Task An_edit_that_has_not_seen_the_choice_waits_for_a_person_again()
    {
        using var world = await HeldElementAsync();
        world.Resolve(1, TakenSide.Source);
        world.Edit(world.Only("shop/Order"), "rows", "1/Bolt/4 | 2/Nut/8");
        await world.RunAsync();

        world.Elements("erp/Order/o1", "lines").Should().Equal("1/Bolt/6", "2/Nut/8");
        world.Ask(state => state.WaitingConflicts().Single()).Should().Match<State.ConflictStatus>(c => c.WinnerValue == "6" && c.LoserValue == "4");
    }

    /// <summary>An order of whose first line the amount was changed on both sides, and of whose second on one.</summary>
    private static async Task<World> HeldElementAsync()
    {
        var world = new World()
            .System("erp", 30, "Order: no, lines[no! integer + item + amount decimal]")
            .System("shop", 20, "Order: ref, rows[number! integer + what + count decimal]")
            .Flow("orders", "erp/Order", "shop/Order", "no = ref; lines = rows each no=number { item = what + amount = count } conflict review", "no=ref")
            .Add("erp/Order/o1", "no: 1, lines: 1/Bolt/5 | 2/Nut/7");
        await world.RunAsync();
        world.Edit("erp/Order/o1", "lines", "1/Bolt/6 | 2/Nut/7").Edit(world.Only("shop/Order"), "rows", "1/Bolt/9 | 2/Nut/8");
        await world.RunAsync();
        return world;
    }

    private static long OpenConflict(World world) => world.Conflicts().Count;

    /// <summary>A person who belongs to one company here and to another there, linked for the first time.</summary>
    private static async Task<World> HeldAsync()
    {
        var world = new World()
            .System("erp", 30, "Company: name", "Person: mail email, company -> Company")
            .System("crm", 20, "Account: name", "Contact: mail email, account -> Account")
            .Flow("companies", "erp/Company", "crm/Account", "name = name", "name", CreatePolicy.Never)
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; company = account of Company Account", "mail", CreatePolicy.Never)
            .Add("erp/Company/x1", "name: One").Add("crm/Account/a1", "name: One").Add("erp/Company/x2", "name: Two").Add("crm/Account/a2", "name: Two")
            .Add("erp/Person/p1", "mail: anna@x.no, company: x1").Add("crm/Contact/c1", "mail: anna@x.no, account: a2");
        await world.RunAsync();
        return world;
    }
}
