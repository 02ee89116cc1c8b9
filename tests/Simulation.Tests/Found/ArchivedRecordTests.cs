using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("D1")]
[Clause("D3")]
public sealed class ArchivedRecordTests
{
    // Seed 7100136: the value of the archiving flow saved the record from the other flow's delete.
    [Test]
    public Task What_one_flow_archives_another_may_still_delete() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z readonly, e
        entity // s3 // P: m email, n, x, y, z, e
        flow // f30b // s1/P // s2/P // source archive=y:Gone // m + n | m
        flow // f89d // s3/P // s2/P // source archive=y:Gone // n | m // m = m
        flow // f79f // s1/P // s3/P // source duplicates propagate
        add // u00@s1/P // z: Bb
        run
        delete // u00@s1/P
        """);
}
