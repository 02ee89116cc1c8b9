using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Selecting;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;
using static SesamTalk.Engine.Tests.Selecting.SelectedWorld;

namespace SesamTalk.Engine.Tests.Selecting;

/// <summary>What is selected is a property like any other.</summary>
[Clause("R9")]
public sealed class SelectedPropertyTests
{
    [Test, Clause("O2")]
    public async Task An_edit_of_what_is_not_selected_is_no_edit()
    {
        using var world = await SettledAsync("fax/9/old | mobile/1/mine");
        world.Edit(Crm, "phones", "mobile/1/new | fax/8/old | home/5/");

        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
    }

    [Test, Clause("R4")]
    public async Task A_conflict_names_the_path_as_it_is_written()
    {
        using var world = await SettledAsync("mobile/1/mine");
        world.Edit(Erp, "mobile", "2").Edit(Crm, "phones", "mobile/3/mine");
        await world.RunAsync();

        world.Value(Erp, "mobile").Should().Be("3");
        world.Conflicts().Should().ContainSingle(c => c.Winner == $"{Crm} {Mobile}" && c.WinnerValue == "3" && c.LoserValue == "2");
    }

    [Test, Clause("R4")]
    public async Task A_policy_holds_for_one_element_and_not_for_the_other()
    {
        using var world = await SettledAsync("mobile/1/ | work/1/", "mobile: 1, office: 1", Rows.Replace(".number; office", ".number conflict source; office", StringComparison.Ordinal));
        world.Edit(Erp, "mobile", "2").Edit(Erp, "office", "2").Edit(Crm, "phones", "mobile/3/ | work/3/");
        await world.RunAsync();

        world.Phones().Should().Equal("mobile/2/", "work/3/");
    }

    [Test, Clause("R7")]
    public async Task An_enforced_element_is_restored()
    {
        using var world = await SettledAsync("fax/9/", rows: $"mail = mail; mobile > {Mobile} enforce");
        world.Edit(Crm, "phones", "fax/8/ | mobile/7/");
        await world.RunAsync();
        world.Phones().Should().Equal("fax/8/", "mobile/1/");
        world.Edit(Crm, "phones", "fax/8/");
        await world.RunAsync();

        world.Phones().Should().Equal("fax/8/", "mobile/1/");
    }

    [Test, Clause("R8")]
    public async Task Of_two_elements_the_first_that_has_a_value_gives_it()
    {
        using var world = new World()
            .System("crm", 20, "Contact: mail email, phones[kind + number + label]")
            .System("erp", 30, "Person: mail email, phone")
            .Flow("people", "crm/Contact", "erp/Person", $"mail = mail; {Mobile} = phone; phones[kind=work].number = phone", "mail")
            .Add(Crm, "mail: a@x.no, phones: work/7/");
        await world.RunAsync();
        var person = world.Only("erp/Person");
        world.Value(person, "phone").Should().Be("7");
        world.Edit(person, "phone", "8");
        await world.RunAsync();
        world.Phones().Should().Equal("work/8/");
        world.Edit(Crm, "phones", "work/8/ | mobile/1/");
        await world.RunAsync();

        world.Value(person, "phone").Should().Be("1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_conversion_holds_for_an_element()
    {
        using var world = await SettledAsync("fax/9/", "mobile: abc", $"mail = mail; mobile = {Mobile} via upper");

        world.Phones().Should().Equal("fax/9/", "mobile/ABC/");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_condition_may_ask_an_element()
    {
        using var world = await SettledAsync("flag/no/", "mobile: 1", "mail = mail; mobile = note iftarget phones[kind=flag].number in yes");
        world.Value(Crm, "note").Should().BeNull();
        world.Edit(Crm, "phones", "flag/yes/");
        await world.RunAsync();

        world.Value(Crm, "note").Should().Be("1");
    }

    [Test, Clause("I3")]
    public async Task A_match_rule_may_name_an_element()
    {
        using var world = Empty().Add(Erp, "mobile: 1").Add(Crm, "phones: fax/9/ | mobile/1/").Add("crm/Contact/c2", "phones: mobile/2/ | fax/1/");
        world.Change("people", flow => flow with { Create = CreatePolicy.Never, Match = [new MatchRule([new MatchPair("mobile", Mobile)], flow.Place)] });
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Target.Should().Be("c1");
    }

    [Test, Clause("R10")]
    public async Task A_reference_in_an_element_is_translated()
    {
        using var world = new World()
            .System("erp", 30, "Country: code", "Person: mail email, home -> Country")
            .System("crm", 20, "Land: code", "Contact: mail email, addresses[kind + land -> Land]")
            .Flow("countries", "erp/Country", "crm/Land", "code = code", "code")
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; home = addresses[kind=home].land of Country Land", "mail")
            .Add("erp/Country/no", "code: NO").Add(Erp, "mail: a@x.no, home: no");
        await world.RunAsync();

        world.Elements(world.Only("crm/Contact"), "addresses").Should().Equal($"home/{world.Keys("crm/Land").Single()}");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("H2")]
    public async Task A_record_is_explained_with_the_path_as_it_is_written()
    {
        using var world = await SettledAsync("fax/9/");

        world.Ask(state => state.Explain(Crm, "phones[ kind = \"mobile\" ].number"))!.Properties.Should().ContainSingle()
            .Which.Should().Match<State.PropertyExplanation>(it => it.Property == Mobile && it.EditedIn == Erp);
        world.Journal().Should().ContainSingle(change => change.Property == Mobile && change.Before == null && change.After == "1");
    }

    [Test, Clause("H2")]
    public async Task What_a_run_put_into_an_element_is_taken_back()
    {
        using var world = await SettledAsync("fax/9/ | mobile/1/mine");
        world.Edit(Erp, "mobile", "2");
        var run = await world.RunAsync();
        await world.UndoAsync(run.Run);

        world.Phones().Should().Equal("fax/9/", "mobile/1/mine");
    }

    [Test, Clause("H3")]
    public async Task What_is_sensitive_in_an_element_is_never_shown()
    {
        using var world = Empty().Add(Erp, "mail: a@x.no, mobile: 1").Add(Crm, "mail: a@x.no, phones: fax/9/");
        world.Change("people", flow => flow with { Properties = [.. flow.Properties.Select(row => row with { Sensitive = row.Target == Mobile })] });
        await world.RunAsync();
        world.Journal().Should().ContainSingle(change => change.Property == Mobile && change.After == "(sensitive)");
        world["crm/Contact"].Spoil("c1", "phones", "an element of 'phones': '4711' is no number");
        world.Edit(Crm, "note", "x");
        await world.RunAsync();

        world.DeadLetters().Should().ContainSingle().Which.Reason.Should().Contain("sensitive").And.NotContain("4711");
    }

    [TestCase("phones.number", "fax/9/old | mobile/8/", "fax/2/old", "mobile/8/", TestName = "the first there is")]
    [TestCase("phones.number", "", "/2/", TestName = "one that is made")]
    public async Task A_list_without_a_selector_means_its_first_element(string path, string before, params string[] after)
    {
        using var world = await SettledAsync(before, "label: x", $"mail = mail; mobile = {path}");
        world.Edit(Erp, "mobile", "2");
        await world.RunAsync();

        world.Phones().Should().Equal(after);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("kind='it''s [here]'", "it's [here]", TestName = "quotes and brackets")]
    [TestCase("kind= mobile ", "mobile", TestName = "blanks")]
    [TestCase("kind=a=b", "a=b", TestName = "another sign of equality")]
    public async Task A_discriminator_may_hold_what_quotes_hold(string selector, string kind)
    {
        using var world = await SettledAsync("fax/9/", rows: $"mail = mail; mobile = {SelectingPath.Spelt($"phones[{selector}].number")}");

        world.Phones().Should().Equal("fax/9/", $"{kind}/1/");
    }

    [TestCase("no integer", "3", "3/1/", TestName = "a number")]
    [TestCase("no boolean", "true", "True/1/", TestName = "a truth value")]
    [TestCase("no email", "A@X.no", "a@x.no/1/", TestName = "an address without case")]
    public async Task A_discriminator_is_compared_by_its_type(string discriminator, string wanted, string element)
    {
        using var world = new World()
            .System("erp", 30, "Person: mail email, mobile")
            .System("crm", 20, $"Contact: mail email, phones[{discriminator} + number + label]")
            .Flow("people", "erp/Person", "crm/Contact", $"mail = mail; mobile = phones[no={wanted}].number", "mail")
            .Add(Erp, "mail: a@x.no, mobile: 2").Add(Crm, $"mail: a@x.no, phones: {element}");
        await world.RunAsync();
        world.Edit(Erp, "mobile", "2");
        world.Edit(Erp, "mobile", "4");
        await world.RunAsync();

        world.Phones().Should().ContainSingle().Which.Should().EndWith("/4/");
    }
}
