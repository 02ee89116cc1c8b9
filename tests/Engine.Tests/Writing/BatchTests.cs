using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Writing;

[Clause("W5")]
public sealed class BatchTests
{
    [Test]
    public async Task One_bad_record_does_not_take_its_neighbours_along_when_created()
    {
        using var world = People.InTwoSystems();
        for (var i = 0; i < 5; i++)
            world.Add($"erp/Person/p{i}", $"name: N{i}");
        world.Faults("crm").FailBatchesWith(p => p["name"].ToString() == "N2");
        world.Faults("crm").Reject(p => p["name"].ToString() == "N2", "400: not this one");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(4);
        world.DeadLetters().Should().ContainSingle().Which.Subject.Should().Be("erp/Person/p2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task One_bad_record_does_not_take_its_neighbours_along_when_changed()
    {
        using var world = People.InTwoSystems();
        for (var i = 0; i < 5; i++)
            world.Add($"erp/Person/p{i}", $"name: N{i}, mail: n{i}@x.no");
        await world.RunAsync();
        for (var i = 0; i < 5; i++)
            world.Edit($"erp/Person/p{i}", "phone", $"{i}");
        world.Faults("crm").FailBatchesWith(p => p["phone"].ToString() == "2");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal(world.Records("erp/Person"), "alone, even the bad one passes");
        world.DeadLetters().Should().BeEmpty();
    }
}
