using System.Globalization;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>The invariants of chapter 11 on random histories in a circle; the seed is the argument of the test.</summary>
[Clause("T3")]
[Parallelizable(ParallelScope.All)]
public sealed class RandomSettleTests
{
    private const int Shuffles = 20;

    [Test]
    public async Task The_world_settles_whatever_is_done_in_it([Range(1, 30)] int seed)
    {
        using var world = CircleWorld.Build();
        await new RandomHistory(seed).PlayAsync(world);

        CheckInvariants(world);
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    public async Task Neither_the_order_of_flows_nor_of_records_nor_the_size_of_batches_changes_anything([Values(101, 102)] int seed)
    {
        using var reference = CircleWorld.Build();
        await new RandomHistory(seed).PlayAsync(reference);
        for (var shuffle = 1; shuffle <= Shuffles; shuffle++)
        {
            using var world = Shuffled(shuffle);
            await new RandomHistory(seed).PlayAsync(world);

            world.Contents().Should().Be(reference.Contents(), "INV6, shuffle {0}", shuffle);
            (await world.CountWritesAsync()).Should().Be(0, "INV1, shuffle {0}", shuffle);
        }
    }

    [Test]
    public async Task Flows_of_other_names_settle_on_the_same_but_for_spelling([Values(201, 202)] int seed)
    {
        using var reference = CircleWorld.Build();
        await new RandomHistory(seed).PlayAsync(reference);
        for (var shuffle = 1; shuffle <= Shuffles; shuffle++)
        {
            using var world = CircleWorld.Build().RenameFlows(shuffle);
            await new RandomHistory(seed).PlayAsync(world);

            CheckInvariants(world);
            Spelt(world).Should().Equal(Spelt(reference), "INV6, shuffle {0}", shuffle);
            (await world.CountWritesAsync()).Should().Be(0, "INV1, shuffle {0}", shuffle);
        }
    }

    private static World Shuffled(int shuffle)
    {
        var world = CircleWorld.Build();
        world.FlowOrderSeed = shuffle;
        world.BatchSize = new[] { 1, 2, 3, 7, 1000 }[shuffle % 5];
        for (var i = 0; i < CircleWorld.Systems; i += 2)
        {
            world.Can($"s{i}/P", c => c with { ReadsInKeyOrder = false, WriteBatchSize = 1 + (shuffle % 4) });
            world[$"s{i}/P"].ReadOrderSeed = shuffle;
        }

        return world;
    }

    private static void CheckInvariants(World world)
    {
        world.Flows.Should().AllSatisfy(flow => world.Links(flow.Name).Should().NotBeEmpty("otherwise nothing is tried"));
        foreach (var flow in world.Flows)
        {
            foreach (var link in world.Links(flow.Name))
            {
                foreach (var property in CircleWorld.Properties)
                {
                    var (source, target) = ($"{flow.Source}/{link.Source}", $"{flow.Target}/{link.Target}");
                    Spelt(world, source, property).Should().Be(Spelt(world, target, property), "INV2: {0} and {1} are linked, {2}", source, target, property);
                }
            }
        }

        for (var i = 0; i < CircleWorld.Systems; i++)
        {
            var entity = $"s{i}/P";
            world.Keys(entity).Select(key => world.Value($"{entity}/{key}", "mail")).Should().OnlyHaveUniqueItems("INV4");
        }
    }

    private static List<string> Spelt(World world) => [.. Enumerable.Range(0, CircleWorld.Systems).SelectMany(i => world.Keys($"s{i}/P")
        .Select(key => $"s{i}: " + string.Join(", ", CircleWorld.Properties.Prepend("mail").Select(p => Spelt(world, $"s{i}/P/{key}", p))))
        .Order(StringComparer.Ordinal))];

    // What the five systems make of a value, all at once: what is the same after that was the same before but for spelling.
    private static string Spelt(World world, string record, string property) => world.Value(record, property) switch
    {
        null => string.Empty,
        var number when property == "price" => decimal.Round(decimal.Parse(number, CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero)
            .ToString("0.00", CultureInfo.InvariantCulture),
        var text when property == "note" => text[..Math.Min(5, text.Length)].Trim().ToUpperInvariant(),
        var text => text.Trim().ToUpperInvariant(),
    };
}
