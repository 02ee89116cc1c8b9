using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I3")]
public sealed class MatchRuleTests
{
    [TestCase("mail: anna@x.no, phone: 1", true)]
    [TestCase("mail: ANNA@X.NO, phone: 1", true, TestName = "Values_match_in_canonical_form")]
    [TestCase("mail: anna@x.no, phone: 2", false)]
    [TestCase("mail: anna@x.no", false)]
    public async Task All_pairs_of_a_rule_must_be_equal(string contact, bool linked)
    {
        using var world = People.InTwoSystems(CreatePolicy.Never, "mail + phone")
            .Add("erp/Person/p1", "mail: anna@x.no, phone: 1").Add("crm/Contact/c1", contact);
        await world.RunAsync();

        world.Links("people").Should().HaveCount(linked ? 1 : 0);
    }

    [TestCase("name: Anna", "name: Anna")]
    [TestCase("name: Anna, mail:  ", "name: Anna, mail:  ")]
    public async Task Empty_values_never_match(string person, string contact)
    {
        using var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", person).Add("crm/Contact/c1", contact);
        await world.RunAsync();

        world.Links("people").Should().BeEmpty();
        world.Reviews().Should().BeEmpty();
    }

    [TestCase("post@x.no")]
    [TestCase("POST@x.no")]
    public async Task Listed_values_never_match(string mail)
    {
        using var world = People.InTwoSystems(CreatePolicy.Never, "mail except post@x.no,test")
            .Add("erp/Person/p1", $"mail: {mail}").Add("crm/Contact/c1", $"mail: {mail}");
        await world.RunAsync();

        world.Links("people").Should().BeEmpty();
    }

    [Test]
    public async Task The_rules_are_alternatives()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never, "mail | phone")
            .Add("erp/Person/p1", "mail: anna@x.no, phone: 1").Add("crm/Contact/c1", "mail: other@x.no, phone: 1");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle();
    }

    [Test]
    public async Task A_counterpart_that_comes_to_carry_the_value_later_is_found_then()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", "name: Anna");
        await world.RunAsync();
        world.Links("people").Should().BeEmpty();
        world.Edit("crm/Contact/c1", "mail", "anna@x.no");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle();
        world.Value("crm/Contact/c1", "phone").Should().Be("1");
    }
}
