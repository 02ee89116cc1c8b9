using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>Persons in a circle of four systems with a chord, of which two hold telephone numbers in lists; what users do comes from the seed.</summary>
[Clause("R9")]
[Clause("T1")]
[Clause("T2")]
[Clause("T3")]
[Clause("T4")]
[Parallelizable(ParallelScope.All)]
public sealed class RandomSelectorTests
{
    private const int Systems = 4;

    private static readonly string[] Paths = ["mobile = {0}; office = {1}", "{0} = {0}; {1} = {1}", "{0} = mobile; {1} = office", "mobile = mobile; office = office"];

    [Test]
    public async Task Properties_and_elements_settle_and_are_the_same_everywhere([Range(1, 25)] int seed)
    {
        using var world = Build(seed);
        await PlayAsync(world, seed, dies: seed % 3 == 0);

        for (var i = 1; i < Systems; i++)
            Spelt(world, i).Should().Equal(Spelt(world, 0), "INV2, system {0}", i);
        foreach (var record in Lists.SelectMany(system => world.Keys(system).Select(key => $"{system}/{key}")))
            world.Elements(record, "phones").Count(phone => phone == "fax/9/f").Should().Be(1, "what nobody maps is left alone");
        (await world.CountWritesAsync()).Should().Be(0, "INV1");
    }

    [Test]
    public async Task Neither_the_names_of_flows_nor_the_size_of_batches_change_anything([Range(101, 104)] int seed)
    {
        using var reference = Build(seed);
        await PlayAsync(reference, seed, dies: false);
        for (var shuffle = 1; shuffle <= 8; shuffle++)
        {
            using var world = Build(seed).RenameFlows(shuffle);
            world.BatchSize = new[] { 1, 2, 3, 1000 }[shuffle % 4];
            await PlayAsync(world, seed, dies: false);

            Spelt(world, 0).Should().Equal(Spelt(reference, 0), "INV6, shuffle {0}", shuffle);
        }
    }

    private static string[] Lists => ["s1/P", "s2/P"];

    private static World Build(int seed)
    {
        const string mobile = "phones[kind=mobile].number";
        const string work = "phones[kind=work].number";
        var world = new World();
        for (var i = 0; i < Systems; i++)
            world.System($"s{i}", 10 * (i % 3), i is 1 or 2 ? "P: no, phones[kind + number + label]" : "P: no, mobile, office");
        for (var i = 0; i < Systems; i++)
            world.Flow($"round-{i}", $"s{i}/P", $"s{(i + 1) % Systems}/P", $"no = no; {Paths[i].Replace("{0}", mobile, StringComparison.Ordinal).Replace("{1}", work, StringComparison.Ordinal)}", "no");
        world.Flow("chord", "s0/P", "s2/P", $"no = no; mobile = {mobile}; office = {work}", "no", CreatePolicy.Both);
        if (seed % 2 == 0)
            world.Change("chord", flow => flow with { Conflict = ConflictPolicy.Source }).Change("round-1", flow => flow with { Conflict = ConflictPolicy.Target });
        world.Can("s1/P", c => c with { AnswersWithStoredState = seed % 5 == 0, WritesConditionally = seed % 4 != 0 });
        world.Can("s2/P", c => c with { GivesModificationTimes = false, KnowsIdempotencyKeys = false });
        world.Can("s3/P", c => c with { ReadsSince = false });
        return world;
    }

    private static async Task PlayAsync(World world, int seed, bool dies)
    {
        var random = new Random(seed);
        for (var person = 1; person <= 3; person++)
            world.Add($"s{(person % 2) + 1}/P/u{person}", $"no: {person}, phones: fax/9/f | mobile/{person}/m");
        await world.RunAsync();
        foreach (var list in Lists.SelectMany(system => world.Keys(system).Select(key => $"{system}/{key}")))
            world.Edit(list, "phones", string.Join(" | ", world.Elements(list, "phones").Where(phone => !phone.StartsWith("fax", StringComparison.Ordinal)).Append("fax/9/f")));
        for (var round = 0; round < 5; round++)
        {
            for (var act = random.Next(2, 7); act > 0; act--)
                Act(world, random);
            if (dies)
                await world.RunAndDieAsync(random.Next(1, 12), random.Next(2) == 0);
            await world.RunAsync();
        }
    }

    private static void Act(World world, Random random)
    {
        var (system, no, what, value) = (random.Next(Systems), random.Next(1, 4), random.Next(6), random.Next(1, 30));
        if (world.Keys($"s{system}/P").SingleOrDefault(key => world.Value($"s{system}/P/{key}", "no") == $"{no}") is not { } key)
            return;
        var record = $"s{system}/P/{key}";
        if (system is 0 or 3)
        {
            world.Edit(record, what % 2 == 0 ? "mobile" : "office", what > 4 ? null : $"{value}");
            return;
        }

        var phones = world.Elements(record, "phones").ToList();
        var kind = value % 2 == 0 ? "mobile" : "work";
        var place = phones.FindIndex(phone => phone.StartsWith(kind, StringComparison.Ordinal));
        if (place < 0 || what == 0)
            phones.Insert(random.Next(phones.Count + 1), $"{kind}/{value}/");
        else if (what == 1)
            phones.RemoveAt(place);
        else
            phones[place] = what == 2 ? $"{kind}//x" : $"{kind}/{value}/y";
        world.Edit(record, "phones", string.Join(" | ", what == 3 ? phones.OrderBy(_ => random.Next()) : phones));
    }

    private static List<string> Spelt(World world, int system) => [.. world.Keys($"s{system}/P").Select(key => Spelt(world, $"s{system}/P/{key}", system is 1 or 2)).Order(StringComparer.Ordinal)];

    private static string Spelt(World world, string record, bool isList) => isList
        ? $"{world.Value(record, "no")}: {NumberOf(world, record, "mobile")}, {NumberOf(world, record, "work")}"
        : $"{world.Value(record, "no")}: {world.Value(record, "mobile")}, {world.Value(record, "office")}";

    private static string? NumberOf(World world, string record, string kind) =>
        world.Elements(record, "phones").FirstOrDefault(phone => phone.StartsWith(kind, StringComparison.Ordinal))?.Split('/')[1];
}
