using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("C3")]
[Clause("T4")]
public sealed class KnownNaturalKeyTests
{
    // Seed 18012619: the record that was looked for after a kill was taken for one with the same natural key that had long been there.
    [Test]
    public Task Who_was_known_before_a_create_is_not_what_it_made() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // no-idempotency natural:m batch-1
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s2 // Q [client keys]: m email, n, x, y, z, e
        entity // s2 // R [client keys]: m email, n, x, y, z, e, r -> P
        entity // s3 // P: m email, n, x, y, z, e
        entity // s3 // Q: m email, n, x, y, z, e, r! -> P
        entity // s3 // R [client keys]: m email, n, x, y, z, e, r! -> P
        flow // f82c // s2/P // s3/P // source duplicates // m // m = m
        flow // f12f // s3/P // s0/P // source duplicates //  // m = m
        flow // f70g // s3/R // s2/R // target duplicates // m + n
        flow // f99h // s0/P // s1/P // source
        flow // f89j // s3/Q // s2/Q // both // m
        add // u00@s0/P // m: v24@x.no
        add // u01@s2/P // m: u6@x.no
        add // u02@s2/P // m: v24@x.no
        add // u03@s2/P // m: v24@x.no
        kill // call // 14 after
        fault // s3 // busy 3
        """);
}
