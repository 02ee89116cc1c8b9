using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R4")]
[Clause("T3")]
public sealed class ReviewedRowTests
{
    private const string World =
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // no-modified
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f34b // s0/P // s1/P // source duplicates // n | m // y = y; y = x
        flow // f60a // s2/P // s1/P // source duplicates // m // x = x conflict review
        flow // f77c // s0/P // s2/P // both duplicates // m
        add // u01@s0/P // z: Bg
        run

        """;

    // Seed 121, when policies came up in 35 of 100 rows: a value that was overtaken while it travelled ended in a held conflict, or did
    // not where a kill let the one that overtook it come first.
    [Test]
    public Task A_value_that_only_passes_by_is_held_against_nobody() => Histories.HoldAsync(
        World +
        """
        edit // u01@s1/P // y: BN
        edit // u01@s0/P // y: BP
        kill // commit // 21 after
        """);

    // Found by hand beside seed 121: an edit crossed the row while the one that it should have met was still on its way.
    [Test]
    public Task An_edit_meets_one_that_has_only_to_arrive() => Histories.HoldAsync(
        World +
        """
        edit // u01@s2/P // x: BP
        edit // u01@s1/P // y: BN
        kill // commit // 15 after
        """);

    // Seed 7017189: both edits come back, along two flows, to another property of the very records in which they were made.
    [Test]
    public Task A_value_that_comes_back_to_the_row_by_a_way_of_its_own_is_held_against_nobody() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z createonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // unconditional
        entity // s2 // P: m email, n, x, y, z, e
        flow // f17a // s0/P // s1/P // source duplicates // n | m // y = y
        flow // f64b // s1/P // s2/P // source duplicates //  // x = x conflict review; y = y
        flow // f03c // s2/P // s0/P // source //  // x = y
        add // u01@s2/P // n: pa
        run
        edit // u01@s1/P // y: Bf
        edit // u01@s2/P // y: Bgc
        kill // call // 5 after
        """);

    // Seed 18001264: what is held on a new link was a value that only passed by, or not.
    [Test]
    [Clause("R5")]
    public Task What_is_held_on_a_new_link_waits_for_what_travels() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s0 // Q [client keys]: m email, n, x, y, z, e, r -> P
        entity // s1 // P: m email, n, x, y, z, e
        entity // s1 // Q: m email, n, x, y, z, e, r -> P
        flow // f90a // s1/P // s0/P // target duplicates //  // x > x
        flow // f16b // s0/Q // s1/Q // source duplicates // n | m // y = x onlink target
        flow // f95c // s1/Q // s0/Q // never duplicates //  // y = y onlink review
        add // u05@s1/Q // m: c@x.no, x: Bk
        add // u06@s0/Q // z: Bmc
        add // u07@s0/P // z: Bocdef
        run
        add // u08@s0/Q // m: c@x.no, n: pc, y: Br~
        edit // u07@s0/P // x: Bp~
        kill // commit // 18 after
        kill // commit // 24 after
        """);
}
