using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>Orders with lines in a circle of four systems with a chord; what users do comes from the seed.</summary>
[Clause("R11")]
[Clause("T1")]
[Clause("T2")]
[Clause("T3")]
[Parallelizable(ParallelScope.All)]
public sealed class RandomElementTests
{
    private const int Systems = 4;
    private const string Rows = "no = no; lines = lines each pos { item = item + amount = amount + note = note }";

    [Test]
    public async Task The_lists_of_a_circle_settle_and_are_the_same_everywhere([Range(1, 25)] int seed)
    {
        using var world = Build(seed);
        await PlayAsync(world, seed);

        for (var i = 1; i < Systems; i++)
        {
            Spelt(world, i).Should().Equal(Spelt(world, 0), "INV2, system {0}", i);
        }

        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    public async Task Neither_the_names_of_flows_nor_the_size_of_batches_change_anything([Range(101, 104)] int seed)
    {
        using var reference = Build(seed);
        await PlayAsync(reference, seed);
        for (var shuffle = 1; shuffle <= 8; shuffle++)
        {
            using var world = Build(seed).RenameFlows(shuffle);
            world.BatchSize = new[] { 1, 2, 3, 1000 }[shuffle % 4];
            await PlayAsync(world, seed);

            Spelt(world, 0).Should().Equal(Spelt(reference, 0), "INV6, shuffle {0}", shuffle);
        }
    }

    private static World Build(int seed)
    {
        var world = new World();
        for (var i = 0; i < Systems; i++)
            world.System($"s{i}", 10 * (i % 3), "O: no, lines[pos! integer + item + amount decimal + note]");
        for (var i = 0; i < Systems; i++)
            world.Flow($"round-{i}", $"s{i}/O", $"s{(i + 1) % Systems}/O", Rows, "no");
        world.Flow("chord", "s0/O", "s2/O", Rows, "no", CreatePolicy.Both);
        if (seed % 2 == 0)
            world.Change("chord", flow => flow with { Conflict = ConflictPolicy.Source }).Change("round-2", flow => flow with { Conflict = ConflictPolicy.Source });
        world.Can("s1/O", c => c with { AnswersWithStoredState = false });
        world.Can("s2/O", c => c with { GivesModificationTimes = false });
        world.Can("s3/O", c => c with { ReadsSince = false, WritesConditionally = false });
        world.Memory["s3"].ClockSkew = TimeSpan.FromHours(-3);
        return world;
    }

    private static async Task PlayAsync(World world, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            for (var act = random.Next(3, 9); act > 0; act--)
                Act(world, random, round);
            await world.RunAsync();
        }
    }

    private static void Act(World world, Random random, int round)
    {
        var (system, order) = ($"s{random.Next(Systems)}/O", random.Next(1, 4));
        var (pos, what, value) = (random.Next(1, 5), random.Next(5), random.Next(1, 30));
        var key = world.Keys(system).SingleOrDefault(key => world.Value($"{system}/{key}", "no") == $"{order}");
        if (key is null)
        {
            if (round == 0 || order == 3)
                world.Add($"{system}/u{order}", $"no: {order}, lines: 1/a/{value} | 2//{value}/n");
            return;
        }

        var lines = world.Elements($"{system}/{key}", "lines").Select(line => line.Split('/')).ToDictionary(line => line[0]);
        Change(lines, pos.ToString(System.Globalization.CultureInfo.InvariantCulture), what, value);
        world.Edit($"{system}/{key}", "lines", string.Join(" | ", lines.Values.OrderBy(_ => random.Next()).Select(line => string.Join('/', line))));
    }

    private static void Change(Dictionary<string, string[]> lines, string pos, int what, int value)
    {
        if (!lines.TryGetValue(pos, out var line))
            lines[pos] = [pos, $"i{value}", $"{value}", value % 3 == 0 ? string.Empty : "n"];
        else if (what == 0)
            lines.Remove(pos);
        else
            lines[pos] = [.. line.Select((part, i) => i == 1 + (what % 3) ? (value % 6 == 0 ? string.Empty : $"{value}") : part)];
    }

    private static List<string> Spelt(World world, int system) => [.. world.Records($"s{system}/O")];
}
