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

    // Seed 30001621: the edit was named that the policy prefers, and that one was long agreed on.
    [Test]
    [Clause("R4")]
    public Task An_edit_that_gives_way_to_a_removal_is_named_though_an_older_one_of_the_element_is_greater() => Histories.HoldAsync(
        """
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        system // s3 // 0 // 0
        entity // s1 // P: m email, n, x, y, z createonly, e, l[k! + v + w]
        entity // s2 // P: m email, n, x, y, z, e, l[k! + v + w]
        entity // s3 // P: m email, n, x, y, z, e, l[k! + v + w]
        flow // f15a // s2/P // s3/P // source duplicates // m + n | m // l = l each k { v = v + w = w }
        flow // f43d // s2/P // s1/P // target duplicates //  // l > l each k { v = v + w = w } conflict source
        add // u00@s2/P // l: 1/Aac/Ac | 2/Bccdef
        run
        element // u00@s2/P // 2 gone
        element // u00@s3/P // 2 w Bp words~
        fault // s3 // lose after
        """);
}
