using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R7")]
[Clause("O6")]
public sealed class RewrittenDriftTests
{
    // Seeds 20036, 20830, 20968. Nothing tells the rewriting from an edit, so it was taken back in every run.
    [Test]
    public Task What_a_silent_system_makes_of_an_enforced_value_is_not_taken_back_for_ever() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e // no-modified upper:x silent
        flow // f00a // s0/P // s1/P // source duplicates // m // x > x enforce
        add // u00@s0/P // m: a@x.no, x: Abc
        run
        edit // u00@s1/P // x: Bd
        run
        edit // u00@s0/P // x: Ce
        run
        """);

    // The clock of the system is ahead: each of its times is later than the write.
    [Test]
    public Task Nor_where_its_clock_is_ahead() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 300
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e // cut:x silent
        flow // f00a // s0/P // s1/P // source duplicates // m // x > x enforce
        add // u00@s0/P // m: a@x.no, x: Abc
        run
        """);
}
