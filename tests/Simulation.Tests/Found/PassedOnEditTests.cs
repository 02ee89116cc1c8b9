using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("T1")]
[Clause("R4")]
public sealed class PassedOnEditTests
{
    // Seed 5000758: of two edits the one that loses came first to the end of three rows of one flow, and the other was taken for one write too many.
    [Test]
    public Task Two_edits_may_pass_one_after_the_other_through_the_rows_of_one_flow() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z createonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        flow // f28a // s1/P // s0/P // both duplicates // m except a@x.no // z = y; y < y conflict target; z = z
        add // u07@s0/P // n: pa
        run
        edit // u07@s0/P // z: BS
        edit // u07@s1/P // z: Bvc
        """);
}
