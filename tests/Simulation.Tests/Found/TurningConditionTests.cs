using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R9")]
[Clause("T3")]
public sealed class TurningConditionTests
{
    // Seed 14006628: whether the value went over depended on whether the property that the condition asks had been written before the kill.
    [Test]
    public Task Whether_a_row_counts_is_asked_when_what_its_condition_asks_has_settled() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f68a // s0/P // s1/P // source // m // n = n; y > y if n in -,pc
        flow // f08b // s0/P // s2/P // source duplicates // m
        add // u01@s1/P // m: b@x.no, n: pb
        add // u05@s0/P // m: b@x.no, y: BK words
        kill // call // 5 before
        """);

    // Seed 23007989: two rows had conditions, and the one asked what the other writes; both were looked at together.
    [Test]
    public Task Who_asks_looks_after_who_is_asked() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        flow // f64a // s0/P // s1/P // source duplicates // m + n | m // n = n if z in -; x < y; z = z if z in -
        add // u00@s0/P // m: c@x.no, n: pc
        add // u01@s1/P // m: c@x.no, y: BC, z: BD
        kill // call // 4 after
        """);
}
