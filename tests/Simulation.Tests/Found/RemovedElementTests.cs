using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests.Found;

[Clause("R5")]
[Clause("R11")]
public sealed class RemovedElementTests
{
    // Seed 10005161: the lists had never agreed about the element, so nobody was told that its removal was overridden.
    [Test]
    public Task A_removal_that_is_overridden_on_a_link_that_never_agreed_about_the_element_is_recorded() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P [client keys]: m email, n, x, y, z, e, l[k! + v + w]
        entity // s1 // P [client keys]: m email, n, x, y, z, e, l[k! + v + w]
        flow // f60a // s1/P // s0/P // source duplicates // m except a@x.no // l < l each k { v = v + w = w }
        add // u02@s1/P // l: 1/BJc/BJc~ | 2/Aacdef
        run
        element // u02@s1/P // 2 gone
        element // u02@s0/P // 2 w Bscdef
        """);
}
