using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

[Clause("D1")]
public sealed class ArchiveTests
{
    [Test]
    public async Task The_counterpart_is_given_the_values_and_the_link_ends()
    {
        using var world = Archiving();
        await world.RunAsync();
        world.Delete("erp/P/p1");
        var report = await world.RunAsync();

        world.Keys("crm/P").Should().HaveCount(2);
        world.Contents().Should().Contain("crm/P: name: A, mail: a, closed: true");
        world.EndedLinks("f").Should().ContainSingle();
        report.Flows[0].UpdatedInTarget.Should().Be(1);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_side_without_values_stays_as_it_is()
    {
        using var world = Archiving();
        await world.RunAsync();
        world.Delete($"crm/P/{world.Links("f")[0].Target}");
        await world.RunAsync();

        world.Keys("erp/P").Should().HaveCount(2);
        world.EndedLinks("f").Should().ContainSingle();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task The_values_travel_on_from_there()
    {
        using var world = Archiving().System("dw", 10, "P: mail, closed boolean").Flow("g", "crm/P", "dw/P", "mail = mail; closed = closed", "mail");
        await world.RunAsync();
        world.Delete("erp/P/p1");
        await world.RunAsync();

        world.Contents().Should().Contain("dw/P: mail: a, closed: true");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("D3")]
    public async Task They_are_no_edit_that_saves_the_record_from_another_delete()
    {
        using var world = ArchivingAndPropagating("name = name; mail = mail");
        await world.RunAsync();
        world.Delete("erp/P/p1").Delete("hr/P/h1");
        await world.RunAsync();

        world.Contents().Should().NotContain("crm/P: name: A, mail: a, closed: true");
        world.Keys("hr/P").Should().Equal("h2");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("D3")]
    public async Task Where_they_go_over_a_new_edit_they_stand_for_it()
    {
        using var world = ArchivingAndPropagating("name > name; mail > mail");
        await world.RunAsync();
        world.Delete("erp/P/p1").Delete("hr/P/h1").Edit(world.CounterpartOf("f", "erp/P/p1"), "closed", "false");
        await world.RunAsync();

        world.Contents().Should().Contain("crm/P: name: A, mail: a, closed: true").And.Contain("hr/P: mail: a, closed: true");
        world.Conflicts().Should().NotBeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T4")]
    [Clause("D3")]
    public async Task They_are_no_edit_either_where_their_answer_never_came([Values] bool afterEffect)
    {
        using var undisturbed = await ArchivedAsync(world => world.RunAsync());
        for (var (call, died) = (1, true); died; call++)
        {
            using var disturbed = await ArchivedAsync(async world =>
            {
                died = await world.RunAndDieAsync(call, afterEffect);
                await world.RunAsync();
            });
            disturbed.Contents().Should().Be(undisturbed.Contents(), "it was killed at call {0}", call);
            disturbed.Conflicts().Should().BeEmpty("it was killed at call {0}", call);
            (await disturbed.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
        }
    }

    // One is deleted where it is archived, one where it is archived and where it is passed on.
    private static async Task<World> ArchivedAsync(Func<World, Task> lastRun)
    {
        var world = ArchivingAndPropagating("name = name; mail = mail").Add("erp/P/p3", "name: C, mail: c");
        await world.RunAsync();
        world.Delete("erp/P/p1").Delete("erp/P/p2").Delete("hr/P/h1");
        await lastRun(world);
        return world;
    }

    private static World ArchivingAndPropagating(string rows) => Archiving(rows)
        .System("hr", 10, "P: mail, closed boolean").Flow("g", "hr/P", "crm/P", "mail = mail; closed = closed", "mail").With("g", Deletes.Propagate)
        .Add("hr/P/h1", "mail: a").Add("hr/P/h2", "mail: b");

    private static World Archiving(string rows = "name = name; mail = mail") => new World()
        .System("erp", 30, "P: name, mail").System("crm", 20, "P: name, mail, closed boolean")
        .Flow("f", "erp/P", "crm/P", rows, "mail")
        .With("f", Deletes.Archive(new ArchivedValue(true, "closed", "true")))
        .Add("erp/P/p1", "name: A, mail: a").Add("erp/P/p2", "name: B, mail: b");
}
