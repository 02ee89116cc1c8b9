using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

/// <summary>
/// Somebody sets again what an enforced row has just taken back, in a system that answers nothing: it stands, or is taken back once more (decision 0011).
/// </summary>
[Clause("O6")]
[Clause("T3")]
public sealed class DefiedInSilenceTests
{
    // Seed 9006457, INV9.
    [Test]
    public Task A_kill_before_the_write_is_settled() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z createonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // silent
        flow // f04a // s1/P // s0/P // target duplicates // m except a@x.no // y < y enforce
        add // u01@s0/P // z: Bf~
        run
        edit // u01@s1/P // y: Bmcdef
        kill // commit // 24 before
        run
        edit // u01@s1/P // y: Bmcdef
        """);

    // Seed 9009516, MODEL.
    [Test]
    public Task A_look_in_the_middle_of_a_run() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // unconditional silent
        entity // s1 // P: m email, n, x, y, z readonly, e
        flow // f54a // s1/P // s0/P // source duplicates // m // x = y conflict review
        flow // f49b // s0/P // s1/P // target duplicates // m except a@x.no // z < z enforce
        add // u00@s1/P // z: Bb
        run
        edit // u00@s1/P // x: BJ~
        edit // u00@s0/P // z: Adcdef
        run
        edit // u00@s0/P // z: Adcdef
        """);
}
