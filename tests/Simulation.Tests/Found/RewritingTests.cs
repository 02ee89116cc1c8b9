using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("W3")]
public sealed class RewritingTests
{
    // Seed 11036: a system that rewrites and says nothing was asked after an update, but not after a create.
    [Test]
    public Task What_a_silent_system_made_of_a_created_record_is_read_at_once() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e // cut:x rewrites silent
        entity // s3 // P: m email, n, x, y, z, e
        flow // f04a // s1/P // s3/P // both duplicates // m + n | m
        flow // f14b // s3/P // s0/P // never duplicates // m + n // x = z; y = y
        flow // f21c // s1/P // s2/P // source duplicates // m + n | m // x = x
        flow // f76d // s0/P // s1/P // source duplicates // m // x = x
        flow // f28f // s2/P // s3/P // never duplicates // m // x = x via upper; y = y
        add // u04@s0/P // x: Blcdef, y: Bm words, z: Bn~
        """);
}
