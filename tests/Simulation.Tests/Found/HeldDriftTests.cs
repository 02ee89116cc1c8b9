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

    // Seed 25025865: the model let the row under review wait, and took the drift back over another row.
    [Test]
    public Task What_drifted_is_taken_back_over_a_row_under_review_at_once() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z createonly, e, l[k! + v + w]
        entity // s3 // P [client keys]: m email, n, x, y, z, e, l[k! + v + w]
        flow // f02a // s0/P // s2/P // both duplicates // n | m // x < x enforce
        flow // f59b // s0/P // s3/P // target duplicates // m // x = x conflict review; x = z
        add // u01@s3/P // x: Bh, z: Bicdef
        run
        edit // u01@s0/P // x: Bn
        """);
}
