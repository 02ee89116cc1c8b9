using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("T4")]
[Clause("D3")]
public sealed class InterruptedArchiveTests
{
    // Seed 8201408: the run was killed before it heard that the counterpart was archived, and took its own value for an edit.
    [Test]
    public Task What_was_archived_before_a_kill_is_no_edit() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        system // s4 // 0 // 0
        entity // s0 // P: m email, n, x, y, z readonly, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e // no-feed
        entity // s1 // Q [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e // unconditional
        entity // s2 // Q: m email, n, x, y, z, e, r! -> P // no-feed
        entity // s3 // P: m email, n, x!, y, z, e
        entity // s3 // Q: m email, n, x, y, z, e, r -> P // unconditional
        entity // s4 // Q [client keys]: m email, n, x, y, z, e, r -> P // no-feed no-key-reads
        flow // f96b // s1/P // s3/P // both duplicates archive=z:Gone
        flow // f85c // s4/Q // s3/Q // both duplicates archive=z:Gone // m | n // z = z
        flow // f50d // s3/P // s0/P // source duplicates // m + n
        flow // f38e // s1/Q // s2/P // source // m + n // y = y
        flow // f46f // s2/Q // s4/Q // both duplicates propagate
        add // u00@s4/Q // y: Bb
        add // u01@s1/Q // z: Be
        run
        edit // u01@s1/Q // y: Bf~
        delete // u00@s4/Q
        kill // call // 15 after
        """);

    // Seed 21002278: the value that marks the archived turned the condition of the row behind an edit, and the killed run judged the edit anew.
    [Test]
    [Clause("R9")]
    public Task Whether_an_edit_would_have_travelled_does_not_hang_on_what_archiving_wrote() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e // unconditional
        entity // s1 // P [client keys]: m email, n, x, y, z createonly, e // no-key no-feed
        entity // s2 // P: m email, n, x, y, z, e
        flow // f99b // s1/P // s2/P // never duplicates // m
        flow // f57c // s0/P // s1/P // source duplicates archive=y:Gone // n | m // x < x if y in -; z > z
        add // u04@s0/P // z: Bkcdef
        run
        edit // u04@s0/P // x: Bmcdef~
        delete // u04@s1/P
        kill // call // 6 after
        """);
}
