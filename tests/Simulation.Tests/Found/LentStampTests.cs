using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R8")]
[Clause("T1")]
public sealed class LentStampTests
{
    // Seed 70480: in a circle, a value that carried the stamp of its condition was taken for a far copy of the same edit.
    [Test]
    public Task A_value_under_the_stamp_of_its_condition_settles_in_a_circle() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s3 // P: m email, n, x, y, z, e
        flow // f61a // s0/P // s1/P // source // m // y > y
        flow // f64b // s1/P // s3/P // never duplicates // m // n = n
        flow // f42c // s2/P // s3/P // source // m // n = n
        flow // f34d // s0/P // s2/P // source // m + n | m // n = n; y = y via upper
        flow // f22e // s1/P // s2/P // target duplicates // m // y = y if n in pa,pb
        add // u02@s0/P // n: pb, y: BGcdef
        """);

    // Seed 25016944: an empty value that carried the stamp of its condition passed for a copy of the edit that the condition asks, which then
    // was lost with its record.
    [Test]
    [Clause("R2")]
    [Clause("D3")]
    public Task An_edit_that_only_lent_its_stamp_has_not_been_seen() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f47a // s0/P // s2/P // both propagate // m // z < z
        flow // f26b // s0/P // s1/P // source duplicates // m | n // z = z
        flow // f20c // s1/P // s2/P // source duplicates // n | m // z = z if z in -; y = z
        add // u01@s0/P // z: Bdc~
        run
        delete // u01@s2/P
        edit // u01@s0/P // z: Bf
        fault // s2 // unavailable
        run
        """);

    // Seed 26005888: a value under the stamp that its condition had lent it gave way to the edit that the stamp names, in no conflict.
    [Test]
    [Clause("R4")]
    public Task A_value_under_a_lent_stamp_that_gives_way_is_recorded() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s1 // R: m email, n, x, y, z, e, r -> P
        entity // s2 // R: m email, n, x, y, z, e, r -> P
        flow // f09a // s1/R // s2/R // source duplicates // n | m // x > y if x in -; y = y; y = x conflict review
        flow // f87e // s2/R // s1/R // source duplicates // m | n // x > x; y = y
        add // u02@s2/R // z: Bf
        run
        edit // u02@s1/R // y: BK
        edit // u02@s2/R // x: Bl
        """);
}
