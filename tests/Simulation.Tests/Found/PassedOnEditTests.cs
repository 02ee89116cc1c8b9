using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("T1")]
[Clause("R4")]
public sealed class PassedOnEditTests
{
    // Seed 5000758: of two edits the one that loses came first to the end of three rows of one flow, and the other was taken for one write too many.
    [Test]
    public Task Two_edits_may_pass_one_after_the_other_through_the_rows_of_one_flow() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z createonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        flow // f28a // s1/P // s0/P // both duplicates // m except a@x.no // z = y; y < y conflict target; z = z
        add // u07@s0/P // n: pa
        run
        edit // u07@s0/P // z: BS
        edit // u07@s1/P // z: Bvc
        """);

    // Seed 26046709: the check missed an edit that had arrived everywhere, though not every system was reached, before its record was
    // deleted.
    [Test]
    [Clause("D3")]
    public Task What_all_had_seen_is_not_lost_with_its_record() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z createonly, e
        flow // f09a // s1/P // s2/P // both duplicates propagate // m | n // x = x
        flow // f79b // s0/P // s2/P // both duplicates //  // x = x; x = z
        flow // f95c // s0/P // s1/P // source duplicates propagate // m // x < x
        add // u00@s1/P // z: BBcdef
        add // u01@s0/P // y: BD
        run
        edit // u01@s2/P // x: Bg
        edit // u00@s2/P // z: Bfcdef
        fault // s2 // lose after
        run
        delete // u01@s0/P
        """);

    // Seed 30015677: the same, with a record in the cluster that no row gives the property to.
    [Test]
    [Clause("D3")]
    public Task What_all_had_seen_to_whom_it_goes_is_not_lost_with_its_record() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f84b // s2/P // s1/P // target duplicates // m
        flow // f37c // s0/P // s1/P // both duplicates propagate // m // m = m
        add // u01@s0/P // z: Bd words
        run
        edit // u01@s1/P // m: d@x.no
        fault // s2 // unavailable
        run
        delete // u01@s0/P
        """);

    // Seed 30023501: two that had agreed on an edit were both deleted, and the check no longer knew that they had been one.
    [Test]
    [Clause("R1")]
    public Task An_edit_on_which_two_agreed_is_named_once_for_both() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f37a // s0/P // s2/P // target duplicates propagate
        flow // f33b // s2/P // s1/P // source duplicates // m + n | m
        flow // f46c // s1/P // s0/P // source duplicates propagate // m // z = z
        add // u02@s2/P // y: Bj
        run
        edit // u02@s1/P // z: Bl~
        delete // u02@s2/P
        edit // u02@s0/P // z: Bl
        """);

    // Seed 30034300: somebody set at the moment of a write what another had set before, and that one had already set something else.
    [Test]
    [Clause("W2")]
    public Task What_is_set_again_at_the_moment_of_a_write_has_been_seen_by_who_goes_on() => Histories.HoldAsync(
        """
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s2 // R: m email, n, x, y, z, e // silent
        entity // s3 // R [client keys]: m email, n, x, y, z, e, r! -> P
        flow // f52b // s3/R // s2/R // both // m + n // y = y; y = x
        add // u01@s3/R // r: u00
        run
        edit // u01@s2/R // x: Bd
        meanwhile // u01@s3/R // y: Bd~
        meanwhile // u01@s2/R // x: Be~
        kill // call // 19 after
        """);

    // Seed 30079181: the check took for an edit what put back the value that the engine had read, over one that was set in the middle of a
    // run.
    [Test]
    public Task What_is_put_back_over_something_that_nobody_read_is_no_edit() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        flow // f86a // s1/P // s0/P // source duplicates // n | m // z = z
        add // u00@s1/P // x: Aa~
        run
        add // u03@s1/P // z: Bmcdef
        edit // u00@s0/P // z: Bkc
        meanwhile // u00@s0/P // z: BNcdef
        run
        edit // u00@s1/P // z: Ad
        edit // u00@s0/P // z: Bkc~
        """);
}
