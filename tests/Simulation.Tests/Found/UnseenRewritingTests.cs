using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("O6")]
[Clause("W2")]
public sealed class UnseenRewritingTests
{
    // Seed 40175. A value that no read has shown yet is to be written over in the same run: what the system made of it is no edit.
    [Test]
    public Task A_second_write_meets_what_a_silent_system_made_of_the_first() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s3 // P: m email, n, x, y, z, e // upper:y silent
        flow // f99a // s2/P // s3/P // source duplicates //  // y = y
        flow // f70b // s1/P // s3/P // never duplicates //  // m = m; y = y
        flow // f15d // s2/P // s1/P // both // m // x < y
        flow // f03e // s2/P // s0/P // both duplicates // n | m // x = x; y = y
        add // u01@s0/P // x: Bc~, y: Bd~
        run
        """);

    // Seed 875.
    [Test]
    public Task So_does_one_through_a_row_between_two_properties() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // upper:z silent
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f51d // s0/P // s2/P // never duplicates // m + n // z = y
        flow // f82e // s1/P // s0/P // source duplicates // m // z = z
        flow // f21g // s1/P // s2/P // both duplicates // m + n | m // z = z
        add // u00@s2/P // y: Ba~, z: Bb
        """);

    // Seed 53. The system cannot write conditionally, so the record is read first.
    [Test]
    public Task A_look_before_a_write_shows_it_too() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x!, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z readonly, e // unconditional upper:x silent
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f75b // s2/P // s1/P // both duplicates //  // x = x
        flow // f09e // s1/P // s0/P // both duplicates // m // x = x; y = y
        flow // f26f // s0/P // s2/P // source duplicates // m except a@x.no // x > z; y = y
        add // u00@s2/P // x: Aa~, y: BA, z: Bbcdef
        """);

    // Seed 25013581: two systems rewrote each other's values in silence, and each needs a read of its own to be found out.
    [Test]
    public Task Each_system_that_rewrites_in_silence_takes_one_run_to_be_found_out() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x!, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // no-modified silent upper:y
        entity // s2 // P: m email, n, x, y, z createonly, e // no-modified cut:y silent
        flow // f60a // s1/P // s2/P // target duplicates // m + n // y < z
        flow // f19b // s2/P // s1/P // source duplicates //  // y = y
        flow // f34c // s0/P // s2/P // both duplicates //  // z > z
        add // u05@s0/P // z: Boc
        """);

    // Seed 26052481: the model did not look at a record before it wrote it, and took what the system had made of an earlier value for an
    // edit.
    [Test]
    [Clause("W2")]
    public Task Who_is_read_before_a_write_shows_what_it_made_of_the_one_before() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // unconditional upper:z silent
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f51b // s2/P // s0/P // both duplicates // m + n // y > y
        flow // f11c // s1/P // s0/P // source duplicates // n | m // z = z
        flow // f12e // s2/P // s1/P // both // m except a@x.no
        flow // f72f // s1/P // s2/P // target duplicates propagate // m // z = z
        add // u00@s2/P // y: Bb words
        edit // u00@s2/P // z: Bn~
        run
        delete // u00@s2/P
        edit // u00@s0/P // y: Bo~
        """);

    // Seed 30011498: what the run itself had put there, in a system that shows nothing but in a read, was called gone when it was to be
    // written again, or deleted.
    [Test]
    [Clause("W2")]
    public Task What_only_a_read_can_show_is_written_again_by_the_next_run() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // Q: m email, n, x, y, z, e, r -> P
        entity // s1 // Q [client keys]: m email, n, x, y, z readonly, e, r -> P // no-key no-modified silent upper:y
        entity // s2 // Q [client keys]: m email, n, x, y, z readonly, e, r -> P
        flow // f37a // s2/Q // s0/Q // both duplicates archive=y:Gone
        flow // f80b // s2/Q // s1/Q // source duplicates // n | m // y = y
        flow // f89c // s1/Q // s0/Q // never duplicates propagate // m // y < z enforce
        add // u01@s0/Q // z: Bfc
        run
        delete // u01@s0/Q
        """);
}
