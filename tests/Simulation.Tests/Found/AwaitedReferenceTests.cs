using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

// False alarms of the check, which went by the later edit whatever the row says.
[Clause("R10")]
public sealed class AwaitedReferenceTests
{
    // Seed 12007147.
    [Test]
    [Clause("R4")]
    public Task A_row_waits_for_what_the_side_refers_to_that_wins_by_its_policy() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s0 // R [client keys]: m email, n, x, y, z, e, r -> P
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // R: m email, n, x, y, z, e, r -> P
        flow // f23a // s1/P // s0/P // source duplicates // n | m
        flow // f28d // s0/R // s1/R // both // n | m // r > r of P P conflict source
        add // u00@s0/P // z: BCc
        add // u01@s0/R // r: u00
        add // u02@s1/P // x: BF words
        run
        edit // u01@s1/R // r: u02
        """);

    // Seed 12029420.
    [Test]
    [Clause("R5")]
    public Task Or_that_is_to_win_on_a_new_link() => Histories.HoldAsync(
        """
        system // s2 // 0 // -309
        system // s3 // 0 // 0
        entity // s2 // P: m email, n, x, y, z, e
        entity // s2 // Q [client keys]: m email, n, x, y, z, e, r -> P
        entity // s3 // P: m email, n, x!, y, z, e
        entity // s3 // Q [client keys]: m email, n, x, y, z, e, r! -> P
        flow // f17a // s2/Q // s3/Q // source duplicates // m except a@x.no // r = r of P P onlink source
        flow // f68c // s2/P // s3/P // source duplicates // n | m
        add // u00@s3/P // n: pb
        add // u07@s3/Q // m: c@x.no, r: u00
        add // u11@s2/P // n: pb
        add // u09@s2/P // m: c@x.no
        add // u10@s2/Q // m: c@x.no, r: u09
        """);

    // Seed 28002126: the check went by on_link where a row of one way waits.
    [Test]
    [Clause("R7")]
    public Task A_row_of_one_way_waits_whatever_is_said_of_new_links() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // Q [client keys]: m email, n, x, y, z, e, r -> P
        entity // s1 // P: m email, n, x, y, z, e, l[k! + v + w]
        entity // s1 // Q [client keys]: m email, n, x, y, z, e, r -> P, l[k! + v + w] // no-modified
        entity // s2 // P: m email, n, x!, y, z, e, l[k! + v + w]
        entity // s2 // Q: m email, n, x!, y, z, e, r -> P
        flow // f35a // s1/Q // s2/Q // source duplicates // m + n // r < r of P P onlink source
        flow // f80b // s1/Q // s0/Q // both duplicates // m + n | m // n = n
        flow // f10f // s1/P // s2/P // source // n | m // x = x
        add // u03@s2/P // l: 1/BU words/BVc | 2/Bw
        add // u04@s2/Q // m: c@x.no, n: pa, r: u03
        add // u08@s0/Q // m: c@x.no, n: pa
        add // u06@s1/P // x: CF
        add // u07@s1/Q // m: c@x.no, r: u06
        """);
}
