using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("G3")]
[Clause("T4")]
public sealed class DoublingGuardTests
{
    // Seed 569: what a killed run had created was taken for what both sides held before the first run.
    [Test]
    public Task A_flow_that_was_killed_in_its_first_run_is_not_stopped_by_its_own_creates() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        system // s4 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z createonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s3 // P [client keys]: m email, n, x, y, z createonly, e
        entity // s4 // P: m email, n, x!, y, z, e
        flow // f88b // s2/P // s0/P // source
        flow // f18f // s1/P // s3/P // target // m
        flow // f37g // s0/P // s3/P // source duplicates // m
        flow // f87h // s4/P // s1/P // never duplicates // m + n | m // n = n
        flow // f34j // s4/P // s3/P // source duplicates // m + n
        flow // f05k // s2/P // s4/P // target duplicates // m
        add // u02@s4/P // n: pa
        add // u03@s0/P // z: Bfc
        kill // call // 11 before
        """);
}
