using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R1")]
public sealed class LevelledOneWayTests
{
    // Seed 10000728: two people save the same thing; a row one way agreed under two edits, and what the silent system then made of it was
    // never looked at again.
    [Test]
    public Task What_agrees_along_a_one_way_row_goes_by_the_edit_that_was_sent() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e // upper:z silent
        flow // f14a // s0/P // s2/P // source duplicates // m + n | m // x = x; x > z
        add // u03@s0/P // z: BJ~
        run
        edit // u03@s0/P // x: Bmcdef
        edit // u03@s2/P // x: Bmcdef
        """);
}
