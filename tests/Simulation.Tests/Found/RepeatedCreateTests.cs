using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("O6")]
[Clause("C3")]
public sealed class RepeatedCreateTests
{
    // Seed 3002833: a read had shown the record before its create was repeated, and what was sent was taken for what is there.
    [Test]
    public Task What_a_read_has_shown_is_how_the_system_spells_it() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s1 // P: m email, n, x, y, z, e // cut:y silent
        entity // s2 // P: m email, n, x, y, z, e
        flow // f73a // s2/P // s1/P // source duplicates // m | n // y = y
        add // u02@s2/P // y: BF words
        fault // s1 // lose after
        """);
}
