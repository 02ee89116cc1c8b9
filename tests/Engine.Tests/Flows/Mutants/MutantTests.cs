using System.Globalization;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Tests.Language.Mutants;

/// <summary>The checker's own test: the shipped flows, broken in many ways. What no layer finds must be a set that the engine can run.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class MutantTests
{
    private const int Mutants = 500;
    private const int Workers = 4;

    private static readonly string[] Fates = ["1 YAML", "2 shape", "3 meaning", "4 the set", "told of", "right"];

    [Test]
    public void A_broken_flow_is_found_or_still_right()
    {
        var found = new Mutant[Mutants];

        Parallel.For(0, Workers, worker => MakeAll(worker, found));

        var mutants = found.ToList();
        TestContext.Out.WriteLine(Table(mutants));
        mutants.Where(mutant => mutant.Mutation.IsAlwaysWrong && mutant.Fate is "told of" or "right").Select(mutant => mutant.ToString()).Should().BeEmpty("a name that is not there and a type that does not fit are always found");
        mutants.Select(mutant => mutant.Fate).Distinct().Should().BeEquivalentTo(Fates, "else a layer is idle, or nothing is ever still right");
    }

    // A worker has a workspace of its own, and every so-manyth of the mutants.
    private static void MakeAll(int worker, Mutant[] found)
    {
        using var workspace = new MutantWorkspace();
        var whole = workspace.Read();
        whole.Set.Should().NotBeNull("the shipped flows are right");
        for (var seed = worker; seed < Mutants; seed += Workers)
        {
            found[seed] = Make(workspace, whole, seed);
        }
    }

    private static Mutant Make(MutantWorkspace workspace, FlowSetReading whole, int seed)
    {
        var random = new Random(seed);
        var mutation = Mutation.All[seed % Mutation.All.Count];
        while (true)
        {
            var file = workspace.Flows[random.Next(workspace.Flows.Count)];
            var text = File.ReadAllText(file);
            var other = File.ReadAllText(workspace.Flows[random.Next(workspace.Flows.Count)]);
            if (mutation.Break(text, other, random) is not { } broken || broken == text)
            {
                continue;
            }

            var reading = workspace.ReadWith(file, broken);
            if (reading.Set is { } set)
            {
                FluentActions.Invoking(() => MappedSet.Compile(set, selected: null)).Should().NotThrow($"nothing was found in {Path.GetFileName(file)} (seed {seed})");
            }

            return new Mutant(seed, mutation, Path.GetFileName(file), MutantWorkspace.FateOf(reading, whole.Diagnostics.Length));
        }
    }

    private static string Table(List<Mutant> mutants) => string.Join('\n', mutants
        .GroupBy(mutant => mutant.Mutation.Name)
        .Select(same => Line(same.Key, [.. Fates.Select(fate => Text(same.Count(mutant => mutant.Fate == fate)))]))
        .Prepend(Line("found by layer", Fates))
        .Append(Line("all", [.. Fates.Select(fate => Text(mutants.Count(mutant => mutant.Fate == fate)))])));

    private static string Line(string name, string[] cells) => name.PadRight(16) + string.Concat(cells.Select(cell => cell.PadLeft(11)));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed record Mutant(int Seed, Mutation Mutation, string File, string Fate)
    {
        public override string ToString() => $"{Mutation.Name} with seed {Seed} in {File}: {Fate}";
    }
}
