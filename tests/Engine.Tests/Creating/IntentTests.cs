using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Creating;

[Clause("C2")]
public sealed class IntentTests
{
    [Test]
    public async Task The_intent_is_on_disk_before_the_create_is_sent_and_closed_with_its_link()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        var intents = 0L;
        IReadOnlyList<LinkSeen> links = [];
        world.Faults("crm").BeforeNext(CallKind.Write, () => (intents, links) = (world.OpenIntents(), world.Links("people")));

        await world.RunAsync();

        intents.Should().Be(1);
        links.Should().BeEmpty();
        world.OpenIntents().Should().Be(0);
        world.Links("people").Should().ContainSingle();
    }

    [Test]
    public async Task There_is_one_open_intent_for_a_cluster_and_entity_though_two_flows_would_create()
    {
        using var world = People.InACircle("1-ab", "2-bc", "3-ac").Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna);
        var intents = 0L;
        world.Faults("c").BeforeNext(CallKind.Write, () => intents = world.OpenIntents());

        await world.RunAsync();

        intents.Should().Be(1);
        world.Keys("c/P").Should().ContainSingle();
    }

    [TestCase(LostAnswer.BeforeEffect)]
    [TestCase(LostAnswer.AfterEffect)]
    public async Task A_create_whose_answer_was_lost_is_not_repeated_blindly(LostAnswer when)
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        world.Faults("crm").LoseAnswer(when);
        await world.RunAsync();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle();
        world.Links("people").Should().ContainSingle();
        world.OpenIntents().Should().Be(0);
    }

    [TestCase(LostAnswer.BeforeEffect)]
    [TestCase(LostAnswer.AfterEffect)]
    public async Task A_key_given_by_the_engine_tells_whether_a_lost_create_had_its_effect(LostAnswer when)
    {
        using var world = new World()
            .System("erp", 30, "Person: name, mail email").System("crm", 20, "Contact [client keys]: name, mail email")
            .Flow("people", "erp/Person", "crm/Contact", "name = name; mail = mail", "mail")
            .Can("crm/Contact", c => c with { KnowsIdempotencyKeys = false })
            .Add("erp/Person/p1", "name: Anna");
        world.Faults("crm").LoseAnswer(when);
        await world.RunAsync();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle();
        world.Links("people").Should().ContainSingle();
    }

    [TestCase(LostAnswer.BeforeEffect, 4)]
    [TestCase(LostAnswer.AfterEffect, 5)]
    [Clause("C3")]
    public async Task Where_nothing_tells_what_became_of_a_create_only_what_was_on_the_way_is_unclear(LostAnswer when, int expected)
    {
        using var world = People.InTwoSystems()
            .Can("crm/Contact", c => c with { KnowsIdempotencyKeys = false, LooksUpByValues = false, WriteBatchSize = 1 });
        foreach (var number in Enumerable.Range(1, 5))
        {
            world.Add($"erp/Person/p{number}", $"name: N{number}, mail: m{number}@x.no");
        }

        world.Faults("crm").LoseAnswer(when);
        await world.RunAsync();
        var next = await world.RunAsync();

        next.Findings.Should().ContainSingle().Which.Kind.Should().Be(FindingKind.Unresolved);
        world.OpenIntents().Should().Be(1);
        world.Keys("crm/Contact").Should().HaveCount(expected, "the others were made, each once");
        world.Links("people").Should().HaveCount(4);
    }

    [TestCase(LostAnswer.BeforeEffect)]
    [TestCase(LostAnswer.AfterEffect)]
    [Clause("I5")]
    [Clause("C3")]
    public async Task Nothing_joins_a_cluster_before_it_is_known_whether_a_create_for_it_had_its_effect(LostAnswer when)
    {
        using var world = new World()
            .System("a", 30, "P: name, phone").System("b", 20, "P: name, phone").System("c", 10, "P: name, phone")
            .Flow("1-ab", "a/P", "b/P", "name = name", "name")
            .Flow("2-ac", "a/P", "c/P", "name = name; phone = phone", "name")
            .Flow("3-cb", "c/P", "b/P", "phone = phone", "phone")
            .Add("a/P/p1", "name: Anna, phone: 1").Add("b/P/b1", "name: Bo, phone: 1");
        world.Faults("b").LoseAnswer(when);
        await world.RunAsync();
        world.Links("3-cb").Should().BeEmpty();
        await world.RunAsync();

        world.Keys("a/P").Should().ContainSingle();
        world.Keys("b/P").Should().HaveCount(2);
        world.Keys("c/P").Should().ContainSingle();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("C3")]
    public async Task A_natural_key_that_several_carry_goes_to_review_with_its_candidates()
    {
        using var world = await SeveralAsync();

        world.Reviews().Should().ContainSingle().Which.Should().Match<PendingSeen>(r => r.Subject == "erp/Person/p1" && r.Reason.EndsWith("2 records could be it: Contact-0001, c2"));
        world.OpenIntents().Should().Be(1);
        world.Keys("crm/Contact").Should().HaveCount(2, "nothing is created meanwhile");
    }

    [Test]
    [Clause("C3")]
    public async Task A_person_who_links_one_of_them_clears_it_up()
    {
        using var world = await SeveralAsync();
        world.Link("erp/Person/p1", "crm/Contact/c2").Result.Should().Be(DecisionResult.Done);
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Target.Should().Be("c2");
        (world.OpenIntents(), world.Reviews().Count, world.Keys("crm/Contact").Count).Should().Be((0, 0, 2));
    }

    [Test]
    [Clause("C3")]
    [Clause("I6")]
    public async Task A_person_who_says_that_one_is_not_it_leaves_the_other()
    {
        using var world = await SeveralAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c2");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Target.Should().NotBe("c2");
        (world.OpenIntents(), world.Reviews().Count, world.Keys("crm/Contact").Count).Should().Be((0, 0, 2));
    }

    [TestCase(LostAnswer.BeforeEffect, 0)]
    [TestCase(LostAnswer.AfterEffect, 1)]
    [Clause("C3")]
    public async Task A_create_of_which_nothing_tells_is_in_review_with_what_may_have_come_of_it(LostAnswer when, int candidates)
    {
        using var world = await UnclearAsync(when);
        world.Add("crm/Contact/c9", "name: Somebody, mail: else@x.no");
        var report = await world.RunAsync();

        var review = world.Ask(state => state.Status().Reviews).Should().ContainSingle(it => it.Record == "erp/Person/p1").Subject;
        review.Reason.Should().Contain("nothing tells whether it was made");
        review.Candidates.SelectMany(it => it.Evidence).Should().Equal(Enumerable.Repeat("holds 2 of the 2 values that were sent", candidates));
        report.Findings.Should().ContainSingle().Which.Cure.Should().Contain("links link").And.Contain("dead-letters retry");
    }

    [TestCase(LostAnswer.BeforeEffect)]
    [TestCase(LostAnswer.AfterEffect)]
    [Clause("C3")]
    public async Task A_person_who_has_looked_clears_it_up_and_nothing_is_there_twice(LostAnswer when)
    {
        using var world = await UnclearAsync(when);
        var review = world.Ask(state => state.Status().Reviews).Single(it => it.Record == "erp/Person/p1");
        (review.Candidates is [var made] ? world.Link(review.Record, made.Record) : world.Retry(review.Record)).Result.Should().Be(DecisionResult.Done);
        var report = await world.RunAsync();

        report.Findings.Should().BeEmpty();
        world.Keys("crm/Contact").Should().ContainSingle();
        world.Links("people").Should().ContainSingle();
        (world.OpenIntents(), world.Reviews().Count, await world.CountWritesAsync()).Should().Be((0, 0, 0));
    }

    [Test]
    [Clause("C3")]
    [Clause("R3")]
    public async Task What_was_made_holds_nobodys_edits_where_a_person_links_it()
    {
        using var world = await UnclearAsync(LostAnswer.AfterEffect);
        world.Edit("erp/Person/p1", "name", "Anna Lie");
        await world.RunAsync();
        world.Link("erp/Person/p1", "crm/Contact/Contact-0001");
        await world.RunAsync();

        world.Value("crm/Contact/Contact-0001", "name").Should().Be("Anna Lie");
        world.Value("erp/Person/p1", "name").Should().Be("Anna Lie");
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_that_no_run_has_looked_into_is_not_made_anew_by_a_person()
    {
        using var world = Unclear();
        world.Faults("crm").LoseAnswer(LostAnswer.AfterEffect);
        await world.RunAsync();

        world.Retry("erp/Person/p1").Result.Should().Be(DecisionResult.NotFound);

        world.OpenIntents().Should().Be(1);
    }

    private static World Unclear() => People.InTwoSystems(match: "phone").Can("crm/Contact", c => c with { KnowsIdempotencyKeys = false, LooksUpByValues = false })
        .Add("erp/Person/p1", "name: Anna, mail: anna@x.no");

    // A create whose answer was lost, in a system that cannot be asked, and that no match rule finds.
    private static async Task<World> UnclearAsync(LostAnswer when)
    {
        var world = Unclear();
        world.Faults("crm").LoseAnswer(when);
        await world.RunAsync();
        await world.RunAsync();
        return world;
    }

    /// <summary>A create whose answer was lost, and a user who made the same contact meanwhile.</summary>
    private static async Task<World> SeveralAsync()
    {
        var world = new World()
            .System("erp", 30, "Person: name, mail email, phone").System("crm", 20, "Contact [natural mail]: name, mail email, phone")
            .Flow("people", "erp/Person", "crm/Contact", People.Rows, "phone")
            .Can("crm/Contact", c => c with { KnowsIdempotencyKeys = false })
            .Add("erp/Person/p1", "name: Anna, mail: anna@x.no");
        world.Faults("crm").LoseAnswer(LostAnswer.AfterEffect);
        await world.RunAsync();
        world.Add("crm/Contact/c2", "name: Anna B, mail: anna@x.no");
        await world.RunAsync();
        return world;
    }
}
