using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("I4")]
[Clause("T3")]
[Clause("T4")]
public sealed class PassingMatchTests
{
    // Seed 18026875: two were to get the same address in one round; of a run that was killed between them, the first was linked as if it
    // were the only one.
    [Test]
    public Task A_match_value_that_is_on_its_way_to_several_links_nobody_on_the_way() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z, e // unconditional
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        entity // s3 // P [client keys]: m email, n, x, y, z, e
        flow // f08a // s1/P // s0/P // source duplicates // m
        flow // f77b // s2/P // s1/P // both // m // m = m
        flow // f75d // s3/P // s1/P // source // n | m
        flow // f28e // s2/P // s3/P // source
        add // u00@s0/P // m: v26@x.no
        add // u01@s2/P // m: u21@x.no
        add // u02@s2/P // m: v26@x.no
        add // u03@s2/P // m: v26@x.no
        kill // call // 11 after
        """);

    // Seed 21000573: one of two that came to carry the same address was listed before the other, and linked.
    [Test]
    public Task All_that_changed_is_listed_before_a_rule_is_judged() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f98a // s1/P // s0/P // never // m
        flow // f28b // s1/P // s2/P // both duplicates //  // m = m
        add // u00@s0/P // m: b@x.no
        add // u02@s2/P // m: c@x.no
        run
        edit // u02@s2/P // m: b@x.no
        add // u04@s1/P // m: b@x.no
        """);
}
