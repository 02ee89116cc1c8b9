using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("I2")]
[Clause("I4")]
[Clause("T4")]
public sealed class InterruptedLinkTests
{
    // Seed 30091925: the run was killed after one flow had linked, and the address that came over that link was there when the next flow
    // linked.
    [Test]
    public Task Who_could_be_linked_is_linked_before_anything_goes_over_the_links() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x!, y, z readonly, e, l[k! + v + w]
        entity // s1 // P: m email, n, x, y, z, e, l[k! + v + w]
        entity // s2 // P: m email, n, x, y, z, e, l[k! + v + w]
        flow // f28a // s0/P // s2/P // source duplicates // n | m // m = m
        flow // f55b // s0/P // s1/P // source duplicates // m | n
        add // u00@s1/P // n: pb
        add // u01@s1/P // m: b@x.no
        add // u03@s0/P // n: pb
        add // u04@s2/P // m: b@x.no, n: pb
        kill // commit // 20 before
        """);
}
