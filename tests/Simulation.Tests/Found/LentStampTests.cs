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
}
