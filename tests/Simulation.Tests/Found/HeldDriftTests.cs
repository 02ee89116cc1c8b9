using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R5")]
[Clause("R7")]
public sealed class HeldDriftTests
{
    // Seed 111: the review of one row held what is drift to another, and the check looked for it under another name.
    [Test]
    public Task What_drifted_under_a_row_that_no_longer_counts_is_held_by_the_review_of_another() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f17a // s2/P // s1/P // source duplicates // m // m = m; x > x iftarget x in - enforce
        flow // f88b // s1/P // s0/P // never duplicates // m | n // x = x conflict review
        add // u01@s2/P // m: c@x.no
        run
        add // u03@s0/P // m: c@x.no, x: Bi~
        edit // u01@s1/P // x: BK~
        """);
}
