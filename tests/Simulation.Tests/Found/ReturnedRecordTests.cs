using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("D4")]
public sealed class ReturnedRecordTests
{
    // Seed 71511: the record had been made again, so that the cluster held both when it came back.
    [Test]
    public Task Who_comes_back_after_it_was_made_again_is_a_new_thing() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z readonly, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        entity // s3 // P [client keys]: m email, n, x, y, z, e
        flow // f79b // s3/P // s0/P // both duplicates // m
        flow // f67c // s2/P // s1/P // source duplicates // m
        flow // f76d // s3/P // s2/P // both duplicates propagate // n | m // x = x
        flow // f18e // s0/P // s1/P // never duplicates
        add // u00@s2/P // y: BBcdef
        run
        delete // u00@s2/P
        edit // u00@s3/P // x: Be~
        run
        restore // u00@s2/P // m: C@x.no, x: Ab
        """);

    // Seed 25027357: where nothing can be looked up, a complete read that lacked another record took the one that had come back for missing
    // as well.
    [Test]
    [Clause("O5")]
    public Task Who_comes_back_is_not_missing_beside_another_who_is() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // no-key no-since
        entity // s1 // P: m email, n, x, y, z, e
        flow // f01e // s1/P // s0/P // source duplicates // n | m
        add // u00@s0/P // z: Bbc
        add // u01@s1/P // n: pb
        add // u02@s1/P // n: pb
        add // u03@s0/P // n: pb
        run
        edit // u02@s1/P // m: c@x.no
        delete // u00@s0/P
        run
        restore // u00@s0/P // m: C@x.no, x: BO
        delete // u03@s0/P
        """);
}
