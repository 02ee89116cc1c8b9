using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("C3")]
[Clause("I5")]
public sealed class LostAnswerTests
{
    // Seed 4014026: while a create for a cluster had no answer, a rule joined another record of the same entity to it; what had been
    // created then belonged to nobody and got counterparts of its own.
    [Test]
    public Task Nothing_joins_a_cluster_for_which_a_create_is_open() => Histories.HoldAsync(
        """
        system // s0 // 2 // 163
        system // s1 // 0 // 143
        system // s2 // 0 // 0
        system // s3 // 3 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e // unordered no-feed cut:x rewrites
        entity // s1 // P: m email, n, x, y, z, e // batch-1 silent
        entity // s2 // P [client keys]: m email, n, x, y, z, e // unconditional unordered
        entity // s3 // P: m email, n, x, y, z, e // no-value no-modified no-since unordered external:e
        flow // f90a // s0/P // s3/P // source duplicates // n | m // m = m if y in -; n = n if n in pa,pb; x < x; y = y; z = z if n in pa,pb conflict source; y = z via cut3
        flow // f67b // s3/P // s2/P // source duplicates // n | m // m = m onlink source; y = z onlink target
        flow // f77c // s1/P // s3/P // never when=n:pa,pb // n | m // m = m; x = z conflict source onlink target; y = y
        flow // f82d // s1/P // s2/P // source duplicates when=y:- propagate // m // m = m; x = x; z = z onlink target
        flow // f80e // s3/P // s0/P // target duplicates propagate // n | m // m = m conflict review; x = x if n in -,pc; y = y via upper; z = z
        flow // f20f // s0/P // s1/P // both duplicates // m // x = x iftarget n in -,pc; y = y
        add // u00@s3/P // m: u19@x.no, x: Ba, y: Bb~
        add // u01@s3/P // m: u9@x.no, x: Bc, y: Bd words, z: BE~
        add // u02@s1/P // m: u18@x.no, n: pb, x: Bf, y: Bgc, z: Bh~
        edit // u01@s3/P // n: pc
        add // u03@s2/P // m: a@x.no, x: Bi~, z: Bj
        add // u04@s0/P // m: C@x.no
        add // u05@s0/P // n: pb, x: Bk words, y: Bl, z: Bm
        edit // u01@s3/P // y: Bncdef
        fault // s1 // lose after
        run
        """);
}
