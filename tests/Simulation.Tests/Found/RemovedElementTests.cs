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

    // Seed 14008698: where an element stays alone on the receiving side, its list passed for agreed.
    [Test]
    [Clause("D3")]
    [Clause("R7")]
    public Task An_edit_of_an_element_that_stays_where_a_list_only_receives_is_named_when_its_record_is_deleted() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e, l[k! + v + w]
        entity // s1 // P [client keys]: m email, n, x, y, z, e
        entity // s2 // P: m email, n, x, y, z, e, l[k! + v + w]
        flow // f29a // s1/P // s2/P // source // m + n
        flow // f18d // s2/P // s0/P // source propagate // m // l < l each k { v = v + w = w }
        flow // f25e // s1/P // s0/P // never propagate // m
        add // u01@s1/P // m: d@x.no
        add // u02@s0/P // m: d@x.no
        run
        element // u02@s2/P // 2 w Bx~
        delete // u01@s1/P
        """);

    // Seed 14010013: a copy that the removal had not reached when the run was killed stood above the element that overrides the removal.
    [Test]
    [Clause("T3")]
    public Task What_is_raised_above_a_removal_is_raised_with_its_values() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e, l[k! + v + w]
        entity // s0 // S: m email, n, x, y, z, e, r -> P
        entity // s1 // P [client keys]: m email, n, x, y, z, e, l[k! + v + w] // rewrites silent
        entity // s1 // S: m email, n, x, y, z, e, r -> P, l[k! + v + w]
        entity // s2 // P: m email, n, x, y, z, e, l[k! + v + w]
        flow // f35a // s0/P // s2/P // source duplicates // m | n // l = l each k { v = v + w = w } conflict target
        flow // f09c // s1/S // s0/S // source duplicates
        flow // f76d // s1/P // s0/P // source duplicates // m + n | m // l = l each k { v = v + w = w }
        add // u02@s0/P // m: u29@x.no, l: 1/Blcdef/Bm | 2/Bn
        run
        add // u03@s1/P // m: u29@x.no, l: 1/BQcdef/Br~ | 2/BScdef
        element // u02@s0/P // 1 gone
        kill // call // 8 after
        """);

    // Seed 20005488: a list that the row had not given to the new record passed for agreed, and so its next value for an edit.
    [Test]
    [Clause("D3")]
    public Task A_list_that_a_row_did_not_give_to_a_new_record_is_not_agreed_on() => Histories.HoldAsync(
        """
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        system // s2 // 0 // 0
        entity // s0 // P: m email, n, x!, y, z, e, l[k! + v + w]
        entity // s1 // P: m email, n, x!, y, z, e, l[k! + v + w]
        entity // s2 // P: m email, n, x, y, z, e, l[k! + v + w]
        flow // f27a // s1/P // s0/P // both duplicates // m // l = l each k { v = v + w > w }; x = x
        flow // f55b // s2/P // s0/P // source duplicates // m except a@x.no // l = l each k { v = v + w = w }
        flow // f40c // s2/P // s1/P // both duplicates propagate //  // l < l each k { v = v + w = w }; x > x
        add // u00@s2/P // x: Bacdef, l: 1/Bccdef/BD | 2/Be
        run
        delete // u00@s2/P
        """);
}
