using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R5")]
public sealed class RaisedValueTests
{
    // Seed 809. A round looks at a link from both its ends.
    [Test]
    public Task A_second_look_does_not_undo_a_raised_value() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z createonly, e
        entity // s1 // P: m email, n, x, y, z readonly, e
        flow // f57a // s1/P // s0/P // source duplicates // m | n // x = x onlink source; y < x; y = y onlink source
        add // u00@s1/P // n: pb, x: BAc, y: Bbc
        add // u01@s0/P // n: pb, x: Bdc, y: Becdef
        """);

    // Found by hand beside seed 809.
    [Clause("T4")]
    [Test]
    public Task Nor_does_a_kill_before_it_is_written() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        flow // f57a // s1/P // s0/P // source duplicates // m // x = x onlink source
        add // u00@s1/P // m: a@x.no, x: Ba
        add // u01@s0/P // m: a@x.no, x: Bd
        kill // commit // 20 after
        run
        """);

    // Seed 25018535: the loser was written under the raised stamp, and the run was killed before the winner stood above it.
    [Test]
    [Clause("T4")]
    public Task A_value_is_raised_before_the_other_goes() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // R [client keys]: m email, n, x, y, z, e, r -> P // no-key no-feed
        entity // s2 // P: m email, n, x!, y, z, e // no-feed
        entity // s2 // Q [client keys]: m email, n, x, y, z, e, r -> P // no-modified
        entity // s2 // R [client keys]: m email, n, x, y, z, e, r -> P
        entity // s3 // P: m email, n, x, y, z, e
        entity // s3 // Q: m email, n, x, y, z, e, r -> P
        entity // s3 // R: m email, n, x, y, z, e, r! -> P
        flow // f60a // s3/R // s2/R // source duplicates
        flow // f45c // s2/Q // s3/Q // source duplicates // m | n
        flow // f19d // s1/R // s2/Q // source duplicates propagate // n | m // m = m conflict review; x = z; y = y via upper if n in pa,pb conflict review; z < y
        flow // f75e // s3/P // s1/P // target duplicates // m
        flow // f40b // s3/P // s2/P // source duplicates propagate // m except a@x.no
        add // u05@s1/R // n: pa
        add // u06@s1/R // m: a@x.no, n: pa, z: Bmc
        add // u07@s2/Q // n: pa, y: Bo~, z: Bp
        run
        delete // u05@s1/R
        kill // call // 13 before
        """);
}
