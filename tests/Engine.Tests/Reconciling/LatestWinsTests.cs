using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R3")]
public sealed class LatestWinsTests
{
    [TestCase("erp/Person/p1", "crm/Contact/c1")]
    [TestCase("crm/Contact/c1", "erp/Person/p1")]
    public async Task The_later_edit_wins(string earlier, string later)
    {
        using var world = await People.SettledAsync();
        world.Edit(earlier, "phone", "earlier").Edit(later, "phone", "later");
        await world.RunAsync();

        world.Value(earlier, "phone").Should().Be("later");
        world.Value(later, "phone").Should().Be("later");
    }

    [Test]
    public async Task Of_two_edits_of_the_same_time_that_of_the_higher_rank_wins()
    {
        using var world = await People.SettledAsync();
        world.Edit("crm/Contact/c1", "phone", "rank 20").EditNow("erp/Person/p1", "phone", "rank 30");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("rank 30");
    }

    [Test]
    public async Task Of_two_edits_of_the_same_time_and_rank_that_of_the_smaller_name_wins()
    {
        using var world = new World().System("x", 1, "P: mail, phone").System("a", 1, "P: mail, phone").Flow("xa", "x/P", "a/P", "mail = mail; phone = phone", "mail");
        world.Add("x/P/1", "mail: m").Add("a/P/1", "mail: m");
        await world.RunAsync();
        world.Edit("x/P/1", "phone", "of x").EditNow("a/P/1", "phone", "of a");
        await world.RunAsync();

        world.Value("x/P/1", "phone").Should().Be("of a");
    }

    [Test]
    public async Task The_value_goes_on_with_its_own_time_along_a_chain()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "earlier").Edit(world.Only("c/P"), "phone", "later");
        await world.RunAsync();

        world.Contents().Should().NotContain("earlier");
    }
}
