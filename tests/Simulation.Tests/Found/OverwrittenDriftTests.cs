using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R7")]
public sealed class OverwrittenDriftTests
{
    // Seed 30845. Another flow brings a later edit.
    [Test]
    public Task What_was_edited_where_an_enforced_row_writes_is_recorded_when_a_later_edit_goes_over_it() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f68b // s2/P // s0/P // target duplicates // m // x = x
        flow // f51c // s2/P // s1/P // both // m // x < x enforce
        add // u02@s0/P // z: BFcdef
        run
        edit // u02@s2/P // x: Bhcdef
        edit // u02@s0/P // x: Bi~
        """);

    // Seed 3001035.
    [Test]
    [Clause("D3")]
    public Task What_was_edited_where_an_enforced_row_writes_is_recorded_when_its_record_is_deleted() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f02d // s0/P // s2/P // source propagate // m // z > z enforce
        add // u02@s0/P // z: AB~
        run
        delete // u02@s0/P
        edit // u02@s2/P // z: Bl
        """);

    // Seed 7009415. The condition of another row was edited as well, and its value carried that stamp.
    [Test]
    [Clause("R8")]
    public Task What_was_edited_where_an_enforced_row_writes_is_recorded_under_the_stamp_of_a_condition_too() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z createonly, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f47a // s1/P // s0/P // source duplicates // m | n // x = x; y < z enforce
        flow // f54c // s0/P // s2/P // source duplicates //  // x = x
        flow // f67e // s1/P // s2/P // both duplicates //  // y = x if x in -; x = y
        add // u01@s2/P // x: BDc
        run
        edit // u01@s1/P // y: Bhcdef
        edit // u01@s2/P // y:
        """);
}
