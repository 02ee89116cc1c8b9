using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Writing;

[Clause("W4")]
public sealed class FailureTests
{
    [Test]
    public async Task A_rejected_create_is_a_dead_letter_with_the_words_of_the_system_and_stops_nobody_else()
    {
        using var world = BoIsRejected();
        var report = await world.RunAsync();

        world.Records("crm/Contact").Should().ContainSingle().Which.Should().Contain("Anna");
        world.DeadLetters().Should().ContainSingle().Which.Should().Match<PendingSeen>(d => d.Subject == "erp/Person/p2" && d.Reason.Contains("no Bo here"));
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Rejected && f.Message.Contains("no Bo here"));
        report.Flows.Single().Rejected.Should().Be(1);
    }

    [Test]
    public async Task A_rejected_record_is_left_alone_until_it_changes()
    {
        using var world = BoIsRejected();
        await world.RunAsync();
        var before = world.Memory["crm"].Calls.WriteCalls;
        await world.RunAsync();
        world.Memory["crm"].Calls.WriteCalls.Should().Be(before);

        world.Edit("erp/Person/p2", "name", "Bob");
        await world.RunAsync();
        world.Records("crm/Contact").Should().HaveCount(2);
        world.DeadLetters().Should().BeEmpty();
    }

    [Test]
    public async Task A_rejected_update_is_a_dead_letter_and_tried_again_when_the_record_changes()
    {
        using var world = await People.SettledAsync();
        world.Faults("crm").Reject(p => p["phone"].ToString() == "bad", "no such number");
        world.Edit("erp/Person/p1", "phone", "bad");
        await world.RunAsync();
        world.DeadLetters().Should().ContainSingle().Which.Reason.Should().Contain("no such number");
        var before = world.Memory["crm"].Calls.WriteCalls;
        await world.RunAsync();
        world.Memory["crm"].Calls.WriteCalls.Should().Be(before);
        world.Value("erp/Person/p1", "phone").Should().Be("bad");

        world.Edit("erp/Person/p1", "phone", "good");
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("good");
        world.DeadLetters().Should().BeEmpty();
    }

    [Test]
    public async Task A_busy_system_is_waited_for_as_long_as_it_says()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        world.Faults("crm").BusyFor(2, TimeSpan.FromSeconds(12));
        var report = await world.RunAsync();

        world.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(12));
        world.Keys("crm/Contact").Should().ContainSingle();
        report.Findings.Should().BeEmpty();
    }

    [Test]
    public async Task A_system_that_is_busy_while_it_is_written_to_gets_everything_once()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        world.Faults("crm").BeforeNext(CallKind.CompleteRead, () => world.Faults("crm").BusyFor(1, TimeSpan.FromSeconds(5)));
        await world.RunAsync();

        world.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(5));
        world.Memory["crm"].Calls.WriteCalls.Should().Be(2, "the first call was told to come again");
        world.Keys("crm/Contact").Should().ContainSingle();
    }

    [Test]
    [Clause("O2")]
    [Clause("W2")]
    public async Task A_system_that_is_busy_in_the_middle_of_a_record_is_read_before_the_rest_is_written()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "name", "Ann").Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").BusyWithinWrite(TimeSpan.FromSeconds(5));
        var before = world.Memory["crm"].Calls;
        var report = await world.RunAsync();

        world.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(5));
        world.Records("crm/Contact").Should().Equal("name: Ann, mail: anna@x.no, phone: 2");
        (world.Memory["crm"].Calls.Updated - before.Updated).Should().Be(2, "the second write holds nothing but the rest");
        world.Journal().Select(change => $"{change.Record} {change.Property}").Should().Equal(["crm/Contact/c1 name", "crm/Contact/c1 phone"], "each was written once");
        report.Findings.Should().BeEmpty();
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_system_that_is_busy_in_the_middle_of_a_record_and_stays_so_gets_the_rest_in_the_next_run()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "name", "Ann").Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").BusyWithinWrite(TimeSpan.FromHours(15));
        await world.RunAsync();
        world.Records("crm/Contact").Should().Equal("name: Ann, mail: anna@x.no, phone: 1");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: Ann, mail: anna@x.no, phone: 2");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_system_that_cannot_be_reached_is_left_alone_and_the_others_go_on()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        world.Faults("b").Unavailable();
        var report = await world.RunAsync();

        world.Keys("c/P").Should().ContainSingle();
        world.Keys("b/P").Should().BeEmpty();
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Unavailable && f.Subject == "b" && f.Message.Contains("connection refused"));
        world.Memory["b"].Calls.All.Should().Be(1, "one call tells");

        world.Faults("b").Clear();
        await world.RunAsync();
        world.Records("b/P").Should().Equal(world.Records("a/P"));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_system_that_fails_in_the_middle_catches_up_later()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").BeforeNext(CallKind.ReadSince, () => world.Faults("crm").Unavailable());
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("1");

        world.Faults("crm").Clear();
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("2");
    }

    [TestCase(LostAnswer.BeforeEffect)]
    [TestCase(LostAnswer.AfterEffect)]
    public async Task A_change_whose_answer_was_lost_arrives_once_and_is_no_conflict(LostAnswer when)
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").LoseAnswer(when);
        await world.RunAsync();
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("2");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_refusal_stops_the_system_with_a_message_that_names_the_cure()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        world.Faults("b").Refuse("401: the token has expired", "Log in again.");
        var report = await world.RunAsync();

        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Refused).Which.Should().Match<Finding>(f =>
            f.Subject == "b" && f.Message.Contains("the token has expired") && f.Cure == "Log in again.");
        world.Keys("c/P").Should().ContainSingle();
    }

    private static World BoIsRejected()
    {
        var world = People.InTwoSystems().Add("erp/Person/p1", "name: Anna, mail: anna@x.no").Add("erp/Person/p2", "name: Bo, mail: bo@x.no");
        world.Faults("crm").Reject(p => p["name"].ToString() == "Bo", "422: no Bo here");
        return world;
    }
}
