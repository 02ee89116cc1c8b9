using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("C3")]
public sealed class InterruptedCreateTests
{
    // Seed 164: the look-up by key was tried although the system cannot do it.
    [Test]
    public Task A_create_is_not_looked_up_in_a_system_that_cannot_be_asked() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x!, y, z, e // no-key no-idempotency
        flow // f12g // s0/P // s2/P // source duplicates // m // x > x
        add // u00@s0/P // x: Bac
        fault // s2 // lose after
        """);

    // Seed 12254: the record that the create had made was read, and got a counterpart of its own before the create was resolved.
    [Test]
    public Task A_record_that_an_unresolved_create_may_have_made_gets_no_counterpart() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f74c // s2/P // s0/P // both duplicates // m + n | m
        add // u01@s0/P // z: Bg
        fault // s2 // lose after
        run
        fault // s2 // lose after
        """);

    [Test]
    public Task A_record_that_a_rule_links_before_its_create_is_resolved_is_linked_once() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        flow // f74c // s0/P // s2/P // source // m // m = m; x = x
        add // u01@s0/P // m: a@x.no, x: Bg
        fault // s2 // lose after
        run
        fault // s2 // lose after
        """);
}
