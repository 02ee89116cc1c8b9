using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

[Clause("D1")]
[Clause("D2")]
public sealed class PropagateTests
{
    [TestCase("erp/Person/p1", "crm/Contact")]
    [TestCase("crm/Contact/c1", "erp/Person")]
    public async Task A_delete_on_either_side_reaches_the_other(string deleted, string other)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete(deleted);
        var report = await world.RunAsync();

        world.Keys(other).Should().HaveCount(2).And.NotContain(key => key.EndsWith('1'));
        (report.Flows[0].DeletedInTarget + report.Flows[0].DeletedInSource).Should().Be(1);
        world.EndedLinks("people").Should().ContainSingle().Which.Source.Should().Be("p1");
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    [Clause("O5")]
    public async Task It_is_found_however_the_system_tells_it([Values] Deletes.Telling telling)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, telling);
        world.Delete("erp/Person/p2");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c1", "c3");
    }

    [Test]
    public async Task It_goes_along_a_chain_and_round_a_circle_in_one_run([Values("a", "b", "c")] string system)
    {
        using var world = People.InACircle();
        foreach (var flow in new[] { "ab", "bc", "ac" })
        {
            world.With(flow, Deletes.Propagate);
        }

        world.Add("a/P/p1", People.Anna).Add("a/P/p2", "name: Bo, mail: bo@x.no").Add("a/P/p3", "name: Cy, mail: cy@x.no");
        await world.RunAsync();
        world.Delete(world.Keys($"{system}/P").Select(key => $"{system}/P/{key}").Single(record => world.Value(record, "name") == "Bo"));
        await world.RunAsync();

        world.Contents().Should().NotContain("Bo").And.Contain("Cy");
        foreach (var name in new[] { "a", "b", "c" })
        {
            world.Keys($"{name}/P").Should().HaveCount(2);
        }

        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    public async Task A_flow_that_keeps_ends_the_chain()
    {
        using var world = People.InACircle().Change("ac", flow => flow with { Create = CreatePolicy.Never, Match = [] }).With("ab", Deletes.Propagate);
        world.Add("a/P/p1", People.Anna).Add("a/P/p2", "name: Bo, mail: bo@x.no");
        await world.RunAsync();
        world.Delete("a/P/p1");
        await world.RunAsync();

        world.Keys("b/P").Should().ContainSingle();
        world.Keys("c/P").Should().HaveCount(2);
        (await world.CountWritesAsync()).Should().Be(0, "nothing creates the record anew");
    }

    [Test]
    [Clause("D2")]
    public async Task A_record_without_a_link_is_never_deleted()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Change("people", flow => flow with { Create = CreatePolicy.Never }).Add("erp/Person/p9", "name: Dee, mail: d@x.no");
        await world.RunAsync();
        world.Add("crm/Contact/c9", "name: Other, mail: other@x.no").Delete("erp/Person/p9");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(4);
        world.Memory.Calls.Deleted.Should().Be(0);
    }

    [Test]
    [Clause("W2")]
    public async Task A_counterpart_that_changes_underneath_is_not_deleted_unseen([Values] bool conditional)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Can("crm/Contact", c => c with { WritesConditionally = conditional });
        world.Delete("erp/Person/p1");
        world.Faults("crm").BeforeNext(conditional ? CallKind.Write : CallKind.KeyLookup, () => world.EditNow("crm/Contact/c1", "phone", "new"));
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("new");
        world.Contents().Should().Contain("erp/Person: name: Anna, mail: 0@x.no, phone: new", "the edit wins (D3)");
    }

    [Test]
    [Clause("W4")]
    public async Task A_delete_that_is_rejected_is_told_once_and_tried_again_when_the_record_changes()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, rows: "name > name; mail > mail");
        world.Faults("crm").Reject(proposal => proposal.Key == "c1", "409: has invoices");
        world.Delete("erp/Person/p1");
        var report = await world.RunAsync();
        var second = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Rejected && f.Message.Contains("invoices"));
        second.Findings.Should().BeEmpty();
        world.Faults("crm").Clear();
        world.Edit("crm/Contact/c1", "name", "Anna B");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
    }

    [Test]
    [Clause("W4")]
    public async Task A_delete_waits_for_a_system_that_is_down()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1");
        world.Faults("crm").Unavailable();
        await world.RunAsync();
        world.Faults("crm").Clear();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
    }

    [Test]
    [Clause("O5")]
    [Clause("INV5")]
    public async Task Who_may_have_come_back_to_a_system_that_is_down_is_not_counted_as_gone()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1");
        world.Faults("crm").Unavailable();
        await world.RunAsync();
        world.Faults("crm").Clear();
        world.Add("erp/Person/p1", People.Anna);
        world.Faults("erp").Unavailable();
        await world.RunAsync();
        world.Keys("crm/Contact").Should().HaveCount(3);

        world.Faults("erp").Clear();
        await world.RunAsync();
        world.Keys("crm/Contact").Should().HaveCount(3);
        world.Keys("erp/Person").Should().HaveCount(3);
    }

    [Test]
    public async Task Where_the_counterpart_cannot_be_deleted_the_link_ends()
    {
        using var world = new World().System("erp", 30, "P: name, mail").System("crm", 20, "P [no delete]: name, mail")
            .Flow("f", "erp/P", "crm/P", "name = name; mail = mail", "mail").With("f", Deletes.Propagate)
            .Add("erp/P/p1", "name: A, mail: a").Add("erp/P/p2", "name: B, mail: b");
        await world.RunAsync();
        world.Delete("erp/P/p1");
        await world.RunAsync();

        world.Keys("crm/P").Should().HaveCount(2);
        world.EndedLinks("f").Should().ContainSingle();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("H1")]
    public async Task The_journal_keeps_what_was_deleted()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1");
        await world.RunAsync();

        world.Journal().Should().Contain(change => change.Record == "crm/Contact/c1" && change.Property == "name" && change.Before == "Anna" && change.After == null);
    }

    [Test]
    [Clause("O1")]
    public async Task Without_a_flow_that_passes_deletes_on_nothing_but_changes_is_read()
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep);
        var before = world.Memory.Calls;
        await world.RunAsync();
        var calls = world.Memory.Calls - before;

        calls.KeyReads.Should().Be(0);
        calls.CompleteReads.Should().Be(0);
    }
}
