using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("T4")]
public sealed class InterruptedUpdateTests
{
    // Seed 15: a change that had its effect before the kill was taken for an edit of the system that it was written to, with a new
    // stamp, and beat the value of another flow.
    [Test]
    public Task A_change_that_had_its_effect_before_a_kill_is_no_edit() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // unconditional
        entity // s1 // P: m email, n, x, y, z, e
        flow // f05a // s1/P // s0/P // source duplicates // m // x < x
        flow // f44c // s0/P // s1/P // both duplicates // n | m // x = y
        add // u10@s1/P // x: BWcdef, y: Bx~
        kill // call // 6 after
        """);
}
