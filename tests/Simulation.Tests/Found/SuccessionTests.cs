using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("D3")]
[Clause("D4")]
[Clause("C3")]
public sealed class SuccessionTests
{
    // Seed 8001838: the answer to another create of the cluster had not come, and nobody looked at the links that were taken over.
    [Test]
    public Task Who_is_made_again_while_a_create_is_open_agrees_with_its_counterparts() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x!, y, z createonly, e // no-idempotency
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        flow // f84b // s1/P // s0/P // source duplicates // m | n // x = x
        flow // f21c // s1/P // s2/P // source duplicates propagate // n | m // x = x; y = y
        flow // f03d // s2/P // s1/P // source duplicates propagate // m + n | m
        add // u01@s2/P // x: AB words
        fault // s0 // lose half
        run
        edit // u01@s2/P // y: Becdef
        delete // u01@s1/P
        """);

    // Seed 8006316: the same where a run was killed, and the counterpart of a record that came back was made again.
    [Test]
    public Task Whose_counterpart_comes_back_while_a_create_is_open_is_made_again_with_all_values() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // no-idempotency
        entity // s1 // P [client keys]: m email, n, x!, y, z, e // unconditional
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        entity // s3 // P [client keys]: m email, n, x, y, z, e // unconditional
        flow // f69a // s1/P // s3/P // source duplicates propagate // m // x = y
        flow // f04c // s1/P // s2/P // target duplicates // m except a@x.no // m = m; x > x; y = y
        flow // f31d // s3/P // s2/P // source // m // m = m; y = y
        flow // f22f // s0/P // s2/P // target duplicates // m
        add // u00@s1/P // y: Aa~
        kill // call // 13 after
        run
        delete // u00@s1/P
        run
        restore // u00@s1/P // m: b@x.no, x: Bc~
        """);
}
