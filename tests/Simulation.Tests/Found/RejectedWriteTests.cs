using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("T1")]
[Clause("W4")]
public sealed class RejectedWriteTests
{
    // Seeds 2002171 and 3101587: what a system had rejected counted as written, and the cluster was stopped.
    [Test]
    public Task What_is_rejected_with_something_else_each_time_is_not_written_again_and_again() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x!, y, z, e
        flow // f46a // s0/P // s1/P // source duplicates // m | n // y = y; z = y; y > x; z = z
        add // u03@s0/P // y: Bl~, z: Bm~
        run
        edit // u03@s1/P // y:
        """);
}
