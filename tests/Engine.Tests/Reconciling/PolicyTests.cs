using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R4")]
public sealed class PolicyTests
{
    private const string Erp = "erp/Person/p1";
    private const string Crm = "crm/Contact/c1";

    [Test]
    public async Task The_preferred_side_wins_over_a_later_edit_that_did_not_see_it([Values] bool prefersSource)
    {
        using var world = await SettledAsync(prefersSource ? ConflictPolicy.Source : ConflictPolicy.Target);
        var (preferred, other) = prefersSource ? (Erp, Crm) : (Crm, Erp);
        world.Edit(preferred, "phone", "earlier").Edit(other, "phone", "later");
        await world.RunAsync();

        world.Value(other, "phone").Should().Be("earlier");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c => c.WinnerValue == "earlier" && c.LoserValue == "later");
    }

    [Test]
    public async Task An_edit_made_after_seeing_the_preferred_one_beats_it()
    {
        using var world = await SettledAsync(ConflictPolicy.Source);
        world.Edit(Erp, "phone", "first");
        await world.RunAsync();
        world.Edit(Crm, "phone", "second");
        await world.RunAsync();

        world.Value(Erp, "phone").Should().Be("second");
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task A_row_has_its_own_policy()
    {
        using var world = await People.SettledAsync("name = name; mail = mail; phone = phone conflict source");
        world.Edit(Erp, "phone", "earlier").Edit(Crm, "phone", "later").Edit(Erp, "name", "Ann").Edit(Crm, "name", "Anne");
        await world.RunAsync();

        world.Value(Crm, "phone").Should().Be("earlier");
        world.Value(Erp, "name").Should().Be("Anne");
    }

    [Test]
    public async Task Preferences_of_rows_that_share_a_property_are_one_ranking_of_systems()
    {
        using var world = People.InACircle().Change("ab", Source).Change("bc", Source);
        world.Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "a").Edit(world.Only("b/P"), "phone", "b").Edit(world.Only("c/P"), "phone", "c");
        await world.RunAsync();

        foreach (var entity in new[] { "a/P", "b/P", "c/P" })
        {
            world.Value(world.Only(entity), "phone").Should().Be("a");
        }

        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Select(c => c.LoserValue).Should().Contain(["b", "c"]);
    }

    [Test]
    public async Task Under_review_neither_side_is_written_and_the_conflict_stands_once()
    {
        using var world = await SettledAsync(ConflictPolicy.Review);
        world.Edit(Erp, "phone", "mine").Edit(Crm, "phone", "yours");

        (await world.CountWritesAsync()).Should().Be(0);
        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().ContainSingle().Which.DecidedBy.Should().Be("review");
        world.Value(Erp, "phone").Should().Be("mine");
        world.Value(Crm, "phone").Should().Be("yours");
    }

    [Test]
    [Clause("R8")]
    public async Task What_another_row_has_decided_is_still_shown_to_a_person()
    {
        using var world = People.TwoSystems("mail email, x", "mail email, y, z")
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; x = y; x = z conflict review", "mail")
            .Add(Erp, "mail: a@x.no, x: 1").Add(Crm, "mail: a@x.no, y: 1, z: 1");
        await world.RunAsync();
        world.Edit(Crm, "y", "yours").EditNow(Crm, "z", "yours").Edit(Erp, "x", "mine");
        await world.RunAsync();

        world.Value(Crm, "y").Should().Be("mine");
        world.Value(Crm, "z").Should().Be("yours");
        world.Conflicts().Select(c => c.DecidedBy).Should().BeEquivalentTo(["latest", "review"], "y and z carry one edit, and a value alike");
    }

    [Test]
    public async Task Under_review_the_other_properties_go_on_and_a_single_edit_travels()
    {
        using var world = await SettledAsync(ConflictPolicy.Review);
        world.Edit(Erp, "phone", "mine").Edit(Crm, "phone", "yours").Edit(Erp, "name", "Ann");
        await world.RunAsync();

        world.Value(Crm, "name").Should().Be("Ann");
        world.Value(Crm, "phone").Should().Be("yours");
    }

    [Test]
    public async Task Review_ends_when_one_side_changes_to_the_other_value()
    {
        using var world = await SettledAsync(ConflictPolicy.Review);
        world.Edit(Erp, "phone", "mine").Edit(Crm, "phone", "yours");
        await world.RunAsync();
        world.Edit(Crm, "phone", "mine");
        await world.RunAsync();
        world.Edit(Crm, "phone", "next");
        await world.RunAsync();

        world.Value(Erp, "phone").Should().Be("next");
    }

    [Test]
    [Clause("T3")]
    public async Task A_value_that_only_passes_by_is_not_held()
    {
        using var world = await SettledBeforeReviewAsync();
        world.Edit("a/P/p1", "y", "overtaken").Edit("b/P/p1", "y", "later");
        await world.RunAsync();

        world.Value("b/P/p1", "x").Should().Be("later");
        world.Value("c/P/p1", "x").Should().Be("later", "nobody edited c");
        world.Conflicts().Should().ContainSingle().Which.DecidedBy.Should().Be("latest");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T3")]
    public async Task An_edit_is_held_against_one_that_has_only_to_arrive([Values] bool isLater)
    {
        using var world = await SettledBeforeReviewAsync();
        var (first, second) = isLater ? ("c/P/p1", "b/P/p1") : ("b/P/p1", "c/P/p1");
        world.Edit(first, PropertyOf(first), first).Edit(second, PropertyOf(second), second);
        await world.RunAsync();

        world.Value("b/P/p1", "x").Should().Be("b/P/p1");
        world.Value("c/P/p1", "x").Should().Be("c/P/p1");
        world.Conflicts().Should().ContainSingle().Which.DecidedBy.Should().Be("review");
    }

    private static string PropertyOf(string record) => record.StartsWith('c') ? "x" : "y";

    // What b says in y goes round by a and comes back in x, which c is asked about.
    private static async Task<World> SettledBeforeReviewAsync()
    {
        var world = new World().System("a", 30, "P: mail email, y").System("b", 20, "P: mail email, x, y").System("c", 10, "P: mail email, x")
            .Flow("ab", "a/P", "b/P", "y = y; y = x", "mail")
            .Flow("cb", "c/P", "b/P", "x = x conflict review", "mail")
            .Add("a/P/p1", "mail: a@x.no, y: 1").Add("b/P/p1", "mail: a@x.no, x: 1, y: 1").Add("c/P/p1", "mail: a@x.no, x: 1");
        await world.RunAsync();
        return world;
    }

    private static Flow Source(Flow flow) => flow with { Conflict = ConflictPolicy.Source };

    private static async Task<World> SettledAsync(ConflictPolicy policy)
    {
        var world = People.InTwoSystems().Change("people", flow => flow with { Conflict = policy }).Add(Erp, People.Anna).Add(Crm, People.Anna);
        await world.RunAsync();
        return world;
    }
}
