using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

/// <summary>
/// A silent system cuts what it is given, under an enforced row, and the nearest copy of the edit stands beyond a row under review. What
/// the system made of it was taken back with a farther copy, and only then with the nearest: so the memory of what had been taken back was
/// gone, and it was taken back in every run.
/// </summary>
[Clause("R2")]
[Clause("T2")]
public sealed class NearestCopyTests
{
    // Seed 8001604.
    [Test]
    public Task The_nearest_copy_does_not_wait_for_review_to_restore_what_drifted() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 119
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z readonly, e
        entity // s2 // P: m email, n, x, y, z createonly, e
        entity // s3 // P [client keys]: m email, n, x, y, z readonly, e // cut:x silent
        flow // f23b // s1/P // s2/P // source duplicates
        flow // f15c // s0/P // s1/P // source duplicates // m + n
        flow // f55e // s2/P // s3/P // never duplicates // n | m // x = x conflict review
        flow // f36f // s3/P // s1/P // target duplicates // m + n | m // x = y via upper; x < z enforce
        add // u00@s0/P // y: Bb
        run
        edit // u00@s2/P // x: Bmc
        """);

    // Seed 8004515.
    [Test]
    public Task Nor_where_a_row_with_a_direction_brings_the_farther_copy() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 3 // 272
        entity // s0 // R: m email, n, x, y, z readonly, e, r -> P
        entity // s1 // R: m email, n, x, y, z, e, r -> P
        entity // s2 // R [client keys]: m email, n, x, y, z, e, r -> P // cut:y silent
        flow // f41a // s0/R // s1/R // source duplicates // n | m // x = y
        flow // f47d // s1/R // s2/R // both duplicates // m // y > y
        flow // f65g // s0/R // s2/R // both duplicates // m except a@x.no // x = y via upper conflict review; z > y enforce
        add // u01@s0/R // x: Bdc
        """);
}
