using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R5")]
public sealed class OnLinkTests
{
    private const string Erp = "erp/Person/p1";
    private const string Crm = "crm/Contact/c1";

    [TestCase("source", "old", TestName = "On a new link the source wins where on_link says so, though it is older")]
    [TestCase("target", "new", TestName = "On a new link the target wins where on_link says so")]
    [TestCase("latest", "new", TestName = "On a new link the later value wins where on_link says so")]
    public async Task The_side_that_on_link_names_wins(string onLink, string wins)
    {
        using var world = Linked($"phone = phone onlink {onLink}");
        await world.RunAsync();

        world.Value(Erp, "phone").Should().Be(wins);
        world.Value(Crm, "phone").Should().Be(wins);
        world.Conflicts().Should().ContainSingle();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task After_the_first_agreement_the_conflict_policy_holds()
    {
        using var world = Linked("phone = phone onlink source");
        await world.RunAsync();
        world.Edit(Erp, "phone", "earlier").Edit(Crm, "phone", "later");
        await world.RunAsync();

        world.Value(Erp, "phone").Should().Be("later");
    }

    [Test]
    public async Task Under_review_two_values_that_differ_stay_until_they_agree()
    {
        using var world = Linked("phone = phone onlink review");
        await world.RunAsync();

        world.Value(Erp, "phone").Should().Be("old");
        world.Value(Crm, "phone").Should().Be("new");
        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().ContainSingle();
    }

    [Test]
    public async Task An_empty_side_is_filled_whatever_on_link_says()
    {
        using var world = People.InTwoSystems(rows: "mail = mail; phone = phone onlink target").Add(Erp, "mail: a@x.no, phone: old").Add(Crm, "mail: a@x.no");
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("old");
    }

    private static World Linked(string row) =>
        People.InTwoSystems(rows: $"mail = mail; {row}").Add(Erp, "mail: a@x.no, phone: old").Add(Crm, "mail: a@x.no, phone: new");
}
