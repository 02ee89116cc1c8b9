using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Tests.Deleting;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Guarding;

[Clause("G1")]
public sealed class LimitTests
{
    private static readonly Limit One = new(1, null);

    [TestCase(19, 19)]
    [TestCase(20, 20)]
    [TestCase(25, 20)]
    public async Task By_default_twenty_deletes_are_let_through_where_that_is_more_than_a_tenth(int deleted, int passed)
    {
        using var world = await ManyAsync(60, Deletes.Telling.Keys);
        Delete(world, deleted);
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(60 - passed);
    }

    [Test]
    public async Task By_default_a_tenth_is_let_through_where_that_is_more_than_twenty()
    {
        using var world = await ManyAsync(300, Deletes.Telling.Keys);
        Delete(world, 40);
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(270);
        var finding = report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded && f.Subject == "people").Which;
        $"{finding.Message} {finding.Cure}".Should().Contain("30").And.Contain("'deletes' under 'limits' in flows/people.flow.yaml");
    }

    [Test]
    public async Task With_a_higher_limit_the_rest_follows()
    {
        using var world = await ManyAsync(60, Deletes.Telling.Keys);
        Delete(world, 25);
        await world.RunAsync();
        world.Change("people", flow => flow with { Limits = FlowLimits.Default with { Deletes = new Limit(25, null) } });
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(35);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Creates_beyond_the_limit_wait_for_the_next_run([Values(1, 1000)] int batchSize)
    {
        using var world = People.InTwoSystems().Change("people", flow => flow with { Limits = FlowLimits.Default with { Creates = One } });
        world.BatchSize = batchSize;
        world.Add("erp/Person/p1", People.Anna).Add("erp/Person/p2", "name: Bo, mail: bo@x.no");
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle();
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded && f.Message.Contains("create"));
        await world.RunAsync();
        world.Keys("crm/Contact").Should().HaveCount(2);
        (await world.RunAsync()).Findings.Should().BeEmpty();
    }

    [Test]
    public async Task Updates_beyond_the_limit_wait_for_the_next_run([Values(1, 1000)] int batchSize)
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep);
        world.BatchSize = batchSize;
        world.Change("people", flow => flow with { Limits = FlowLimits.Default with { Updates = One } });
        world.Edit("erp/Person/p1", "phone", "new").Edit("erp/Person/p2", "phone", "new");
        var report = await world.RunAsync();

        world.Records("crm/Contact").Count(line => line.Contains("new", StringComparison.Ordinal)).Should().Be(1);
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded && f.Message.Contains("update"));
        await world.RunAsync();
        world.Records("crm/Contact").Count(line => line.Contains("new", StringComparison.Ordinal)).Should().Be(2);
    }

    [Test]
    public async Task What_other_flows_want_of_the_same_record_is_still_written()
    {
        using var world = new World().System("a", 30, "P: mail, x").System("b", 20, "P: mail, y").System("c", 10, "P: mail, x, y")
            .Flow("1-ac", "a/P", "c/P", "mail = mail; x = x", "mail").Flow("2-bc", "b/P", "c/P", "mail = mail; y = y", "mail")
            .Change("1-ac", flow => flow with { Limits = FlowLimits.Default with { Updates = new Limit(0, null) } })
            .Add("a/P/1", "mail: m, x: 1").Add("b/P/1", "mail: m, y: 1").Add("c/P/1", "mail: m, x: 1, y: 1");
        await world.RunAsync();
        world.Edit("a/P/1", "x", "2").Edit("b/P/1", "y", "2");
        await world.RunAsync();

        world.Value("c/P/1", "x").Should().Be("1");
        world.Value("c/P/1", "y").Should().Be("2");
        world.Change("1-ac", flow => flow with { Limits = FlowLimits.Default });
        await world.RunAsync();
        world.Value("c/P/1", "x").Should().Be("2");
    }

    private static async Task<World> ManyAsync(int count, Deletes.Telling telling)
    {
        var world = People.InTwoSystems().With("people", Deletes.Propagate).Tells(telling, "erp/Person", "crm/Contact");
        for (var i = 0; i < count; i++)
        {
            world.Add($"erp/Person/p{i:000}", $"name: N{i}, mail: m{i}@x.no");
        }

        await world.RunAsync();
        return world;
    }

    private static void Delete(World world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            world.Delete($"erp/Person/p{i:000}");
        }
    }
}
