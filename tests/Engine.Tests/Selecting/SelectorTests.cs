using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using static SesamTalk.Engine.Tests.Selecting.SelectedWorld;

namespace SesamTalk.Engine.Tests.Selecting;

[Clause("R9")]
public sealed class SelectorTests
{
    [Test]
    public async Task A_value_goes_into_the_element_that_is_selected_and_nothing_else_of_the_list_changes()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine | home/5/");
        world.Edit(Erp, "mobile", "2");
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile/2/mine", "home/5/");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_edit_of_the_element_that_is_selected_comes_back()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Edit(Crm, "phones", "mobile/3/mine | fax/9/new");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().Be("3");
        world.Phones().Should().Equal("mobile/3/mine", "fax/9/new");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("home/5/ | fax/9/", "home/5/", "fax/9/", "mobile/1/", TestName = "behind the others")]
    [TestCase("", "mobile/1/", TestName = "as the first")]
    public async Task An_element_that_is_missing_is_made_with_its_discriminator(string before, params string[] after)
    {
        using var world = await SettledAsync(before);

        world.Phones().Should().Equal(after);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task No_element_is_made_for_no_value()
    {
        using var world = await SettledAsync("fax/9/", erp: "label: x");

        world.Phones().Should().Equal("fax/9/");
        world.Journal().Should().BeEmpty();
    }

    [Test, Clause("R6")]
    public async Task Emptying_a_value_leaves_the_element_where_it_is()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Edit(Erp, "mobile", null);
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile//mine");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("R6")]
    public async Task An_element_that_is_taken_away_empties_the_value()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Edit(Crm, "phones", "fax/9/old");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().BeNull();
        world.Phones().Should().Equal("fax/9/old");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Of_several_elements_that_match_the_first_is_meant()
    {
        using var world = await SettledAsync("mobile/1/first | mobile/8/second");
        world.Edit(Erp, "mobile", "2");
        await world.RunAsync();

        world.Phones().Should().Equal("mobile/2/first", "mobile/8/second");
    }

    [Test, Clause("W1")]
    public async Task Several_selectors_of_one_list_make_one_write()
    {
        using var world = await SettledAsync("work/7/");
        var before = world.Memory["crm"].Calls;
        world.Edit(Erp, "mobile", "2").Edit(Erp, "office", "3");
        await world.RunAsync();

        world.Phones().Should().Equal("work/3/", "mobile/2/");
        (world.Memory["crm"].Calls - before).Updated.Should().Be(1);
    }

    [Test, Clause("W1")]
    public async Task Two_properties_of_an_element_that_is_missing_make_one_element()
    {
        using var world = await SettledAsync("work/7/", "mobile: 1, label: mine", $"{Rows}; label = phones[kind=mobile].label");

        world.Phones().Should().Equal("work/7/", "mobile/1/mine");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("C1")]
    public async Task A_record_is_made_with_its_elements_on_either_side([Values] bool fromSource)
    {
        using var world = Empty();
        world.Change("people", flow => flow with { Create = CreatePolicy.Both });
        world.Add(fromSource ? Erp : Crm, fromSource ? "mail: a@x.no, mobile: 1, office: 2" : "mail: a@x.no, phones: fax/9/ | work/2/ | mobile/1/");
        await world.RunAsync();

        world.Phones().Should().Contain(["work/2/", "mobile/1/"]);
        world.Value(world.Only("erp/Person"), "office").Should().Be("2");
        world.Value(world.Only("erp/Person"), "mobile").Should().Be("1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("W2")]
    public async Task An_edit_of_another_element_made_just_before_the_write_survives([Values] bool conditional, [Values] bool answers)
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Can("crm/Contact", c => c with { WritesConditionally = conditional, AnswersWithStoredState = answers });
        world.Edit(Erp, "mobile", "2");
        world.Faults("crm").BeforeNext(CallKind.KeyLookup, () => world.EditNow(Crm, "phones", "home/5/ | fax/8/new | mobile/1/mine"));
        await world.RunAsync();

        world.Phones().Should().Equal("home/5/", "fax/8/new", "mobile/2/mine");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("W2")]
    public async Task An_edit_of_the_same_element_made_just_before_the_write_is_not_overwritten_unseen(
        [Values] bool conditional, [Values] bool answers, [Values(CallKind.KeyLookup, CallKind.Write)] CallKind before)
    {
        // Who cannot write conditionally can lose an edit between its being read and its being written.
        Assume.That(conditional || before == CallKind.KeyLookup);
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Can("crm/Contact", c => c with { WritesConditionally = conditional, AnswersWithStoredState = answers });
        world.Edit(Erp, "mobile", "of the ERP");
        world.Faults("crm").BeforeNext(before, () => world.EditNow(Crm, "phones", "fax/9/old | mobile/in between/mine"));
        await world.RunAsync();
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile/in between/mine");
        world.Value(Erp, "mobile").Should().Be("in between");
        world.Conflicts().Should().Contain(c => c.LoserValue == "of the ERP");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("T4")]
    public async Task A_write_whose_answer_is_lost_is_recognised_when_it_is_found([Values(LostAnswer.BeforeEffect, LostAnswer.AfterEffect)] LostAnswer lost)
    {
        using var world = await SettledAsync("fax/9/old");
        world.Edit(Erp, "mobile", "2");
        world.Faults("crm").LoseAnswer(lost);
        await world.RunAsync();
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile/2/");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("O6")]
    public async Task A_system_that_rewrites_what_it_is_given_makes_no_loop([Values] bool answers)
    {
        using var world = await SettledAsync("mobile/1/mine");
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = answers, RewritesValues = true });
        world["crm/Contact"].Rewrite("phones", list => Connectors.Values.Value.List(
            [.. list.AsList.Select(element => Connectors.Values.Value.Element([.. element.AsElement.Select(value => value.IsNone ? value : Rounded(value))]))]));
        world.Edit(Erp, "mobile", "2 2");
        await world.RunAsync();

        world.Phones().Should().Equal("mobile/22/mine");
        world.Value(Erp, "mobile").Should().Be("2 2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("D2")]
    public async Task A_counterpart_whose_element_was_edited_is_not_deleted_unseen()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Change("people", flow => flow with { Delete = new DeletePolicy(DeleteKind.Propagate, []) });
        await world.RunAsync();
        world.Delete(Erp);
        world.Faults("crm").BeforeNext(CallKind.KeyLookup, () => world.EditNow(Crm, "phones", "fax/9/old | mobile/7/mine"));
        await world.RunAsync();
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile/7/mine");
        world.Value(world.Only("erp/Person"), "mobile").Should().Be("7");
    }

    [Test, Clause("D2")]
    public async Task A_counterpart_is_deleted_with_its_elements()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Change("people", flow => flow with { Delete = new DeletePolicy(DeleteKind.Propagate, []) });
        await world.RunAsync();
        world.Delete(Erp);
        await world.RunAsync();

        world.Keys("crm/Contact").Should().BeEmpty();
    }

    [Test]
    public async Task A_list_whose_records_cannot_be_looked_up_is_left_alone()
    {
        using var world = await SettledAsync("fax/9/old");
        world.Can("crm/Contact", c => c with { LooksUpByKey = false });
        world.Edit(Erp, "mobile", "2");
        await world.RunAsync();

        world.Phones().Should().Equal("fax/9/old", "mobile/1/");
        world.DeadLetters().Should().ContainSingle().Which.Reason.Should().Contain("cannot be looked up by its key");
    }

    private static Connectors.Values.Value Rounded(Connectors.Values.Value value) => value.Kind == Connectors.Values.ValueKind.Text
        ? Connectors.Values.Value.Text(value.AsText.Replace(" ", string.Empty, StringComparison.Ordinal))
        : value;
}
