using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R10")]
[Clause("D3")]
public sealed class RenewedReferenceTests
{
    // Seed 42000494: the record that was made again was in another cluster than those who waited for it were looked for in.
    [Test]
    public Task Who_waits_for_a_record_that_is_made_again_is_heard() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s0 // R [client keys]: m email, n, x!, y, z, e, r -> P
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s2 // R: m email, n, x, y, z, e, r -> P
        flow // f68c // s2/R // s0/R // both duplicates // m // r = r of P P
        flow // f87i // s2/P // s0/P // source duplicates propagate // m // y = y
        flow // f23h // s0/P // s1/P // source duplicates // m // x = x
        add // u00@s2/P // x: Aa
        run
        edit // u00@s1/P // x: Bm
        add // u03@s0/R // r: u00
        delete // u00@s2/P
        """);

    // Seed 30079384: the record that refers waited for a value of its own, and no longer asked for what it had found once.
    [Test]
    [Clause("C1")]
    [Clause("D4")]
    public Task Who_waits_for_something_else_goes_on_asking_for_whom_it_refers_to() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s0 // R: m email, n, x, y, z, e, r -> P
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // R: m email, n, x!, y, z, e, r -> P
        flow // f40a // s0/R // s2/R // source duplicates // m // r = r of P P
        flow // f63c // s0/P // s1/P // source duplicates propagate // m + n | m // z < z
        flow // f55e // s0/P // s2/P // source onref=R // m
        add // u00@s0/P // z: Aa~
        add // u01@s0/R // r: u00
        run
        edit // u00@s1/P // z: BI words
        delete // u00@s0/P
        run
        restore // u00@s0/P // m: C@x.no, x: Be
        """);

    // Seed 50004537: a record was made again under another key, and whether those that refer to the old one followed hung on over how many
    // rows the reference had come.
    [Test]
    [Clause("R10")]
    [Clause("D4")]
    public Task Nobody_has_edited_a_reference_to_what_was_made_again() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s0 // Q [client keys]: m email, n, x, y, z createonly, e, r -> P
        entity // s1 // P: m email, n, x, y, z, e
        entity // s1 // Q: m email, n, x, y, z, e, r -> P
        entity // s2 // P: m email, n, x, y, z, e
        entity // s2 // Q [client keys]: m email, n, x, y, z, e, r -> P
        flow // f09a // s0/Q // s2/Q // source duplicates // m // r = r of P P
        flow // f80b // s2/P // s1/P // both duplicates propagate // m
        flow // f90c // s2/P // s0/P // source duplicates // n | m
        flow // f35d // s1/Q // s2/Q // never duplicates //  // r = r of P P
        flow // f12e // s1/Q // s0/Q // both duplicates // m // r > r of P P
        add // u00@s1/P // z: Bb words
        add // u01@s1/Q // r: u00
        run
        delete // u00@s1/P
        run
        restore // u00@s1/P // m: u11@x.no, x: Bj
        """);
}
