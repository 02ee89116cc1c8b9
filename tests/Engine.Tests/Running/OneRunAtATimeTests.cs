using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.State;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Engine.Tests.Running;

[Clause("G5")]
public sealed class OneRunAtATimeTests
{
    private const string Somebody = "a run that is just starting";

    [Test]
    public async Task A_second_run_on_the_same_state_is_told_who_holds_it()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        Exception? second = null;
        world.Faults("crm").BeforeNext(CallKind.Write, () => second = Attempt(() => world.RunAsync()));
        await world.RunAsync();

        second.Should().NotBeNull();
        second!.Message.Should().Contain(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        world.Keys("crm/Contact").Should().ContainSingle();
    }

    [Test]
    public void Who_holds_a_state_is_named_until_it_lets_go()
    {
        using var folder = new TemporaryFolder();
        var (state, clock) = (folder["state.db"], new FakeClock());

        using (StateLock.Take(state, clock))
        {
            StateHolder.Of(state).Should().Be($"process {Environment.ProcessId} on {Environment.MachineName}, since 2026-01-05 08:00:00 UTC");
        }

        StateHolder.Of(state).Should().Be(Somebody);
    }

    [TestCase("999999999", "2026-01-05 08:00:00")]
    [TestCase("no number", "2026-01-05 08:00:00")]
    [TestCase("")]
    public void Who_was_killed_is_not_named(params string[] left)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["state.db.holder"], left is [var process, var since] ? [process, Environment.MachineName, since] : left);

        StateHolder.Of(folder["state.db"]).Should().Be(Somebody);
    }

    [Test]
    public void Of_another_machine_it_is_believed_what_was_left()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["state.db.holder"], ["999999999", "elsewhere", "2026-01-05 08:00:00"]);

        StateHolder.Of(folder["state.db"]).Should().Be("process 999999999 on elsewhere, since 2026-01-05 08:00:00 UTC");
    }

    private static Exception? Attempt(Func<Task> act)
    {
        var attempt = act();
        return attempt.Exception?.InnerException;
    }
}
