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
}
