using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Guarding;

[Clause("G3")]
public sealed class DoublingGuardTests
{
    [Test]
    public async Task A_flow_that_would_double_everything_does_not_start_and_the_message_tells_the_two_cures()
    {
        using var world = People.InTwoSystems(match: "").Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        var report = await world.RunAsync();

        world.Memory.Calls.Written.Should().Be(0);
        world.Links("people").Should().BeEmpty();
        var finding = report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded && f.Subject == "people").Which;
        $"{finding.Message} {finding.Cure}".Should().Contain("match").And.Contain("accept_duplicates");
    }

    [Test]
    public async Task It_stays_stopped_in_the_next_run()
    {
        using var world = People.InTwoSystems(match: "").Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();
        var report = await world.RunAsync();

        world.Memory.Calls.Written.Should().Be(0);
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded);
    }

    [Test]
    public async Task A_side_that_could_not_be_read_is_not_taken_for_empty()
    {
        using var world = People.InTwoSystems(match: "").Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        world.Faults("crm").Unavailable();
        await world.RunAsync();
        world.Faults("crm").Clear();
        await world.RunAsync();

        world.Memory.Calls.Written.Should().Be(0);
    }

    [Test]
    public async Task The_other_flows_go_on()
    {
        using var world = People.InACircle().Change("ab", flow => flow with { Match = [] }).Add("a/P/p1", People.Anna).Add("b/P/p1", "name: Bo, mail: bo@x.no");
        await world.RunAsync();

        world.Links("ab").Should().BeEmpty();
        world.Keys("c/P").Should().HaveCount(2);
    }

    [Test]
    public async Task With_an_explicit_acceptance_it_starts()
    {
        using var world = People.InTwoSystems(match: "").Change("people", flow => flow with { AcceptsDuplicates = true })
            .Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(2);
    }

    [Test]
    public async Task With_a_match_rule_it_starts()
    {
        using var world = People.InTwoSystems(match: "").Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();
        world.Change("people", flow => flow with { Match = People.MatchByMail });
        await world.RunAsync();

        world.Links("people").Should().ContainSingle();
        world.Keys("crm/Contact").Should().ContainSingle();
    }

    [Test]
    public async Task Where_one_side_is_empty_it_starts_and_goes_on()
    {
        using var world = People.InTwoSystems(match: "").Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        world.Add("erp/Person/p2", "name: Bo");
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(2);
        report.Findings.Should().BeEmpty();
    }

    [Test]
    public async Task A_flow_that_creates_nothing_doubles_nothing()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never, match: "").Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        var report = await world.RunAsync();

        report.Findings.Should().BeEmpty();
    }
}
