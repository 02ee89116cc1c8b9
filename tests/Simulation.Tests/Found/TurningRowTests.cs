using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R8")]
[Clause("T3")]
public sealed class TurningRowTests
{
    // Seed 26054700: the first of two sources was filled by another row, before or after the second had given the value.
    [Test]
    public Task Which_of_several_rows_gives_the_value_is_asked_when_their_sources_have_settled() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s0 // Q: m email, n, x, y, z, e, r -> P
        entity // s1 // P [client keys]: m email, n, x, y, z readonly, e
        entity // s1 // Q [client keys]: m email, n, x, y, z, e, r -> P
        flow // f35a // s1/P // s0/P // never duplicates // n | m
        flow // f18b // s0/Q // s1/Q // never duplicates // m // y = z; y < y; z = z
        add // u02@s1/Q // m: d@x.no, y: BF
        add // u03@s0/Q // m: d@x.no, z: Bg
        kill // call // 5 after
        """);
}
