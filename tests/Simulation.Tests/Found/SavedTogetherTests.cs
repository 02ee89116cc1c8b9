using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("O3")]
[Clause("T1")]
public sealed class SavedTogetherTests
{
    // Seed 22008956: one save emptied one property and set another that hold one another's values; each had a generation of its own, so that
    // copies of the one edit beat each other in a circle.
    [Test]
    public Task What_one_save_sets_of_properties_that_share_values_has_one_generation() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x!, y, z readonly, e
        flow // f73a // s2/P // s0/P // source duplicates archive=y:Gone // m + n | m // x < x conflict source; y = y
        flow // f50b // s0/P // s1/P // source // m // x = x iftarget x in -; y = y
        flow // f03c // s1/P // s2/P // both // n | m // x = x; x = y; y = x
        add // u01@s0/P // y: Becdef
        run
        delete // u01@s0/P
        run
        restore // u01@s0/P // m: d@x.no, x: Bg
        """);
}
