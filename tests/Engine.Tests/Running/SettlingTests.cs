using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

public sealed class SettlingTests
{
    [Test]
    [Clause("T1")]
    public async Task One_run_settles_a_chain_of_six()
    {
        using var world = Chain(6).Add("s0/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit(world.Only("s5/P"), "phone", "2");
        await world.RunAsync();

        world.Value("s0/P/p1", "phone").Should().Be("2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T1")]
    public async Task One_run_settles_a_circle_and_writes_each_record_once()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "2");

        (await world.CountWritesAsync()).Should().Be(2);
        world.Value(world.Only("b/P"), "phone").Should().Be("2");
        world.Value(world.Only("c/P"), "phone").Should().Be("2");
    }

    [Test]
    [Clause("T1")]
    public async Task A_circle_that_can_never_agree_ends_all_the_same()
    {
        using var world = new World()
            .System("a", 30, "P: mail, x").System("b", 20, "P: mail, x").System("c", 10, "P: mail, x")
            .Flow("ab", "a/P", "b/P", "mail = mail; x = x via upper", "mail")
            .Flow("bc", "b/P", "c/P", "mail = mail; x = x via cut3", "mail")
            .Flow("ca", "c/P", "a/P", "mail = mail; x = x", "mail")
            .Add("a/P/p1", "mail: m, x: Abcdef");
        await world.RunAsync();
        world.Edit(world.Only("c/P"), "x", "Xyzzy").Edit("a/P/p1", "x", "Bcdefg");
        await world.RunAsync();

        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T1")]
    [Clause("R4")]
    public async Task One_flow_passes_on_a_nearer_edit_and_then_the_one_that_beats_it()
    {
        using var world = People.TwoSystems("name, y, z", "name, y, z createonly")
            .Flow("people", "erp/Person", "crm/Contact", "name = name; z = y; y < y conflict target; z = z", "name")
            .Add("erp/Person/p1", "name: Anna").Add("crm/Contact/c1", "name: Anna");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "z", "preferred").Edit("erp/Person/p1", "z", "nearer");
        var report = await world.RunAsync();

        report.Findings.Should().BeEmpty();
        world.Records("erp/Person").Should().Equal("name: Anna, y: preferred, z: preferred");
        world.Records("crm/Contact").Should().Equal("name: Anna, y: preferred, z: preferred");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T1")]
    [Clause("W4")]
    public async Task What_a_system_has_rejected_does_not_count_as_written_again_and_again()
    {
        using var world = People.TwoSystems("mail email, x, y", "mail email, x!, y")
            .Flow("people", "erp/Person", "crm/Contact", "mail = mail; x = x; x = y; y = y", "mail")
            .Add("erp/Person/p1", "mail: a@x.no, x: Ab, y: Bc");
        await world.RunAsync();
        world.Edit(world.Only("crm/Contact"), "y", null);
        var report = await world.RunAsync();

        report.Findings.Should().ContainSingle().Which.Message.Should().Contain("'x' is mandatory");
        world.Records("erp/Person").Should().Equal("mail: a@x.no, x: , y: ");
    }

    [Test]
    [Clause("T2")]
    public async Task A_run_after_a_settled_run_calls_each_entity_once_and_writes_nothing()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna).Add("b/P/p9", "name: Bo");
        await world.RunAsync();
        var before = world.Memory.Calls;
        var report = await world.RunAsync();

        (world.Memory.Calls - before).All.Should().Be(3);
        (world.Memory.Calls - before).Written.Should().Be(0);
        report.Writes.Should().Be(0);
    }

    [Test]
    [Clause("T2")]
    public async Task The_report_counts_the_calls()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        var report = await world.RunAsync();

        report.Flows.Sum(flow => flow.Calls).Should().Be(world.Memory.Calls.All);
    }

    [Test]
    [Clause("T2")]
    public async Task The_report_counts_what_was_done()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("erp/Person/p2", "name: Bo").Add("crm/Contact/c1", "mail: anna@x.no");
        var report = await world.RunAsync();

        report.Flows.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Flow = "people",
            Read = 3L,
            Linked = 2L,
            CreatedInTarget = 1L,
            CreatedInSource = 0L,
            UpdatedInTarget = 1L,
            UpdatedInSource = 0L,
            Conflicts = 0L,
            Waiting = 0L,
            InReview = 0L,
            Rejected = 0L,
        });
        report.Entities.Select(e => (e.System, e.Entity, e.Complete, e.Read, e.Changed)).Should()
            .Equal(("crm", "Contact", true, 1L, 1L), ("erp", "Person", true, 2L, 2L));
        report.Findings.Should().BeEmpty();
    }

    [Test]
    public async Task Only_the_selected_flows_run()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync("ab");

        world.Keys("b/P").Should().ContainSingle();
        world.Keys("c/P").Should().BeEmpty();
        await world.RunAsync();
        world.Keys("c/P").Should().ContainSingle();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_edit_that_a_selected_run_read_still_reaches_the_flows_that_did_not_run()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "2");
        await world.RunAsync("ab");
        await world.RunAsync();

        world.Value(world.Only("c/P"), "phone").Should().Be("2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    private static World Chain(int length)
    {
        var world = new World();
        for (var i = 0; i < length; i++)
            world.System($"s{i}", i, "P: name, mail email, phone");
        for (var i = 1; i < length; i++)
            world.Flow($"f{length - i}", $"s{i - 1}/P", $"s{i}/P", People.Rows, "mail");
        return world;
    }
}
