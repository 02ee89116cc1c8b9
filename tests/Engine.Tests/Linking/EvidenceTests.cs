using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I7")]
public sealed class EvidenceTests
{
    [Test]
    public async Task A_link_keeps_why_it_was_made_and_by_which_run()
    {
        using var world = People.InACircle("1-ab", "3-bc", "2-ac").Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna);
        await world.RunAsync();
        world.Add("a/P/p2", "name: Bo, mail: bo@x.no");
        await world.RunAsync();

        world.Links("1-ab").Select(l => (l.Source, l.Evidence, l.Run)).Should().Equal(("p1", "rule", 1), ("p2", "created", 2));
        world.Links("2-ac").Select(l => (l.Source, l.Evidence, l.Run)).Should().Equal(("p1", "created", 1), ("p2", "created", 2));
        world.Links("3-bc").Select(l => (l.Evidence, l.Run)).Should().BeEquivalentTo([("cluster", 1L), ("cluster", 2L)]);
    }

    [Test]
    public async Task A_link_says_which_rule_made_it()
    {
        using var world = People.InTwoSystems(match: "phone | mail").Add("erp/Person/p1", "mail: anna@x.no").Add("crm/Contact/c1", "mail: anna@x.no");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Should().Match<TestKit.Worlds.LinkSeen>(l => l.Evidence == "rule" && l.Detail!.Contains("mail"));
    }
}
