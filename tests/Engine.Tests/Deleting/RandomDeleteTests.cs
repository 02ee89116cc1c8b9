using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

/// <summary>Random edits and deletes in a circle with a chord; the seed is the argument of the test.</summary>
[Clause("T3")]
[Clause("D1")]
[Clause("D3")]
[Parallelizable(ParallelScope.All)]
public sealed class RandomDeleteTests
{
    private static readonly string[] Systems = ["a", "b", "c", "d"];

    [Test]
    public async Task The_world_settles_the_same_whatever_the_order([Range(1, 12)] int seed)
    {
        using var reference = await PlayAsync(seed, 0);
        Check(reference, seed);
        for (var shuffle = 1; shuffle <= 4; shuffle++)
        {
            using var world = await PlayAsync(seed, shuffle);
            world.Contents().Should().Be(reference.Contents(), "INV6, shuffle {0}", shuffle);
            Check(world, seed);
        }

        (await reference.CountWritesAsync()).Should().Be(0, "INV1");
    }

    // Every person is in all systems or in none, and agrees.
    private static void Check(World world, int seed)
    {
        var persons = Systems.Select(system => string.Join('\n', world.Records($"{system}/P"))).ToArray();
        persons.Should().AllBe(persons[0], "INV2, seed {0}", seed);
    }

    private static async Task<World> PlayAsync(int seed, int shuffle)
    {
        var world = Build(shuffle);
        var random = new Random(seed);
        for (var i = 0; i < 9; i++)
        {
            world.Add($"{Systems[i % 4]}/P/u{i}", $"name: N{i}, mail: m{i}@x.no");
        }

        await world.RunAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var act = random.Next(1, 6); act > 0; act--)
            {
                Act(world, random);
            }

            await world.RunAsync();
        }

        return world;
    }

    private static void Act(World world, Random random)
    {
        var entity = $"{Systems[random.Next(4)]}/P";
        var (person, isDelete, value) = ($"m{random.Next(9)}@x.no", random.Next(3) == 0, random.Next(100));
        if (world.Keys(entity).FirstOrDefault(key => world.Value($"{entity}/{key}", "mail") == person) is { } key)
        {
            _ = isDelete ? world.Delete($"{entity}/{key}") : world.Edit($"{entity}/{key}", value % 2 == 0 ? "name" : "phone", $"v{value}");
        }
    }

    private static World Build(int shuffle)
    {
        var world = new World();
        for (var i = 0; i < Systems.Length; i++)
        {
            world.System(Systems[i], 10 * (i % 3), "P: name, mail email, phone").Tells((Deletes.Telling)(i % 4), $"{Systems[i]}/P");
        }

        for (var i = 0; i < Systems.Length; i++)
        {
            world.Flow($"round-{i}", $"{Systems[i]}/P", $"{Systems[(i + 1) % 4]}/P", People.Rows, "mail", CreatePolicy.Both);
        }

        world.Flow("chord", "a/P", "c/P", People.Rows, "mail", CreatePolicy.Both);
        foreach (var flow in world.Flows.Select(flow => flow.Name).ToArray())
        {
            world.With(flow, Deletes.Propagate);
        }

        if (shuffle > 0)
        {
            world.FlowOrderSeed = shuffle;
            world.RenameFlows(shuffle);
            world.BatchSize = new[] { 1, 2, 3, 1000 }[shuffle % 4];
        }

        world.AcceptedLosses = [.. Systems.Select(system => $"{system}/P")];
        return world;
    }
}
