using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

// What a system made of a value is taken for an edit where nothing tells the two apart. Whether it came to that depends on where a run was
// killed; all that holds of any edit holds of such a one.
[Clause("O6")]
[Clause("T3")]
public sealed class HearsayTests
{
    // Seed 7016187: a killed run read the rewritten value before a user saved the record, an undisturbed one after. It beat an older edit.
    [Test]
    public Task A_rewriting_that_a_user_saved_before_it_was_read_may_beat_an_edit() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z createonly, e
        entity // s1 // P: m email, n, x, y, z, e // upper:z silent
        flow // f42a // s0/P // s1/P // both duplicates //  // z = z conflict target
        add // u01@s0/P // z: Bd
        kill // call // 4 before
        run
        edit // u01@s1/P // x: BE words
        edit // u01@s0/P // z: BH words
        """);

    // Seed 8001853.
    [Test]
    [Clause("D3")]
    public Task Or_a_delete() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s3 // 0 // 0
        entity // s1 // P: m email, n, x, y, z, e // upper:x silent
        entity // s3 // P [client keys]: m email, n, x, y, z, e
        flow // f75b // s3/P // s1/P // source duplicates archive=z:Gone // m + n | m // x = x
        add // u00@s3/P // x: BA words
        kill // call // 8 after
        run
        edit // u00@s1/P // y: Ab words~
        delete // u00@s3/P
        """);

    // Seed 8006572: the run was killed between a write and the look at what became of it.
    [Test]
    [Clause("T4")]
    public Task So_may_one_of_which_no_answer_told() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e // unconditional
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e // batch-1 upper:x rewrites silent
        flow // f56a // s0/P // s1/P // target // m | n // x > x; y < y
        flow // f76b // s2/P // s1/P // source // m // x < z
        flow // f01c // s0/P // s2/P // both duplicates // n | m // x = x
        add // u01@s1/P // x: Bb, z: Ad
        add // u02@s0/P // z: Bd~
        add // u03@s0/P // m: c@x.no, x: Becdef
        add // u04@s1/P // m: C@x.no
        kill // call // 15 before
        fault // s2 // busy 1
        edit // u04@s1/P // y: AD
        """);

    // Seed 10005233: to whoever had looked before, what the user saved was another spelling; to whoever had not, the very value that was sent.
    [Test]
    [Clause("D3")]
    public Task What_is_spelt_again_may_be_an_edit_or_none() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // upper:x silent
        flow // f53a // s0/P // s1/P // source duplicates propagate // m // x = x
        add // u01@s0/P // z: Be
        edit // u01@s0/P // x: Bk~
        kill // call // 14 before
        run
        edit // u01@s1/P // x: Bk
        delete // u01@s0/P
        """);
}
