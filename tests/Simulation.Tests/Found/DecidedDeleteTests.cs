using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("D1")]
[Clause("D3")]
[Clause("INV6")]
public sealed class DecidedDeleteTests
{
    // Seed 50049538: with small batches a counterpart was deleted before it was asked for the edit that saves another record, or after.
    [Test]
    public Task What_becomes_of_each_is_decided_before_anything_is_deleted() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        system // s4 // 0 // 0
        entity // s0 // P: m email, n, x!, y, z, e
        entity // s1 // P: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e
        entity // s3 // P: m email, n, x, y, z createonly, e
        entity // s4 // P: m email, n, x, y, z, e
        flow // f31b // s1/P // s3/P // never propagate // m | n
        flow // f42c // s4/P // s3/P // source duplicates archive=y:Gone // m + n | m // z > z
        flow // f39f // s1/P // s0/P // source duplicates propagate // n | m // x = x
        flow // f00h // s0/P // s2/P // source duplicates //  // x < x
        flow // f08i // s0/P // s4/P // source duplicates propagate // m except a@x.no // x = z
        flow // f12k // s3/P // s2/P // never duplicates archive=y:Gone // n | m
        add // u00@s1/P // x: Aa
        run
        edit // u00@s2/P // x: AB
        run
        delete // u00@s1/P
        """);

    // Seed 50080283: who was deleted in the middle of a pass had its own counterparts deleted in it, before it was asked whether it is to be
    // made again.
    [Test]
    [Clause("D1")]
    [Clause("D3")]
    [Clause("INV6")]
    public Task Who_is_deleted_meanwhile_is_decided_about_afterwards() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e
        entity // s1 // P: m email, n, x, y, z createonly, e
        entity // s2 // P [client keys]: m email, n, x, y, z, e
        entity // s3 // P: m email, n, x, y, z, e
        flow // f68a // s2/P // s1/P // both duplicates // m // y = y
        flow // f61b // s3/P // s1/P // target propagate // m // z = y
        flow // f19d // s0/P // s2/P // source duplicates
        flow // f21e // s3/P // s2/P // source archive=z:Gone // m // x > y; y = y
        flow // f01f // s3/P // s0/P // source duplicates propagate // m
        add // u00@s0/P // z: Bb
        run
        add // u03@s2/P // z: Bj words
        edit // u00@s3/P // z: Bdc
        run
        delete // u03@s2/P
        delete // u00@s0/P
        """);
}
