using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R2")]
public sealed class OneEditTwoPropertiesTests
{
    // Seed 40175.
    [Test]
    [Explicit("The engine and the model differ: not yet judged which of them is wrong.")]
    public Task Two_properties_that_share_an_edit_and_meet_through_a_silent_system() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s3 // P: m email, n, x, y, z, e // upper:y silent
        flow // f99a // s2/P // s3/P // source duplicates //  // y = y
        flow // f70b // s1/P // s3/P // never duplicates //  // m = m; y = y
        flow // f15d // s2/P // s1/P // both // m // x < y
        flow // f03e // s2/P // s0/P // both duplicates // n | m // x = x; y = y
        add // u01@s0/P // x: Bc~, y: Bd~
        run
        """);
}
