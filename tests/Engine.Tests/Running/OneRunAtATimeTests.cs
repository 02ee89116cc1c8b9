using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Running;

[Clause("G5")]
public sealed class OneRunAtATimeTests
{
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

    private static Exception? Attempt(Func<Task> act)
    {
        var attempt = act();
        return attempt.Exception?.InnerException;
    }
}
