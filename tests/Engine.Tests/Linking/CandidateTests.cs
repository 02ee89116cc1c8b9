using SesamTalk.Engine.Flows;
using SesamTalk.Engine.State;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I4")]
public sealed class CandidateTests
{
    [Test]
    public async Task Every_record_in_review_is_listed_with_its_candidates_and_what_speaks_for_each()
    {
        using var world = People.InTwoSystems(match: "mail | phone").Add("erp/Person/p1", People.Anna)
            .Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", "name: Anna, mail: ANNA@x.no");
        await world.RunAsync();

        var review = ReviewOf(world, "erp/Person/p1");

        review.Candidates.Select(candidate => (candidate.Record, string.Join(", ", candidate.Evidence)))
            .Should().Equal(("crm/Contact/c1", "mail: anna@x.no, phone: 1"), ("crm/Contact/c2", "mail: anna@x.no"));
        ReviewOf(world, "crm/Contact/c2").Candidates.Select(candidate => candidate.Record).Should().Equal("erp/Person/p1");
    }

    [Test]
    [Clause("H3")]
    public async Task A_sensitive_value_speaks_without_being_shown()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", People.Anna);
        world.Change("people", flow => flow with { Properties = [.. flow.Properties.Select(row => row with { Sensitive = row.Source == "mail" })] });
        await world.RunAsync();

        ReviewOf(world, "erp/Person/p1").Candidates.Select(candidate => candidate.Evidence.Single()).Should().AllBe("mail: (sensitive)");
    }

    [Test]
    [Clause("I6")]
    public async Task Whom_a_person_keeps_apart_is_no_candidate()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna)
            .Add("crm/Contact/c2", People.Anna).Add("crm/Contact/c3", People.Anna);
        await world.RunAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");

        ReviewOf(world, "erp/Person/p1").Candidates.Select(candidate => candidate.Record).Should().Equal("crm/Contact/c2", "crm/Contact/c3");
    }

    private static ReviewStatus ReviewOf(World world, string record) => world.Ask(state => state.Status().Reviews.Single(review => review.Record == record));
}
