using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R5")]
[Clause("T3")]
public sealed class PreferredSideTests
{
    // Seed 30079946: a value that was still to arrive met the other side before the link had agreed, or after, and only then was the other
    // raised above it.
    [Test]
    public Task What_travels_arrives_before_a_side_is_preferred() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // unconditional no-since
        entity // s1 // P: m email, n, x, y, z readonly, e // no-since
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f01a // s2/P // s0/P // never duplicates // m except a@x.no // y = y onlink target; z = z; y < z
        flow // f88b // s1/P // s2/P // source archive=y:Gone // m + n // m = m; y > z conflict target
        add // u00@s1/P // m: d@x.no, y: BAc
        add // u01@s0/P // z: BCcdef
        run
        delete // u01@s0/P
        add // u02@s0/P // m: d@x.no, y: BG
        delete // u00@s1/P
        kill // call // 7 after
        run
        restore // u00@s1/P // m: a@x.no, x: Bdc
        """);
}
