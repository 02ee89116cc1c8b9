using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests;

/// <summary>What the generator may not make: sets of flows that a person could not run either.</summary>
public sealed class GeneratedWorldTests
{
    private const int Worlds = 3000;

    // Seed 8006719: both properties were read only. A system rejects such a row, and the model knows no such system.
    [Test]
    [Clause("R7")]
    public void No_row_runs_into_a_property_that_is_never_written()
    {
        var generator = new HistoryGenerator(Features.Now);
        var worlds = Enumerable.Range(1, Worlds).Select(seed => generator.Of(seed).World).ToList();

        worlds.Count(world => world.Flows.Any(flow => flow.Rows.Any(row => IsReadOnly(world, flow.Source, row.Source) || IsReadOnly(world, flow.Target, row.Target))))
            .Should().BePositive("else there is nothing that a row may not run into");
        worlds.SelectMany(world => world.Flows.SelectMany(flow => flow.Rows.Where(row =>
                (row.Way != ">" && IsReadOnly(world, flow.Source, row.Source)) || (row.Way != "<" && IsReadOnly(world, flow.Target, row.Target)))))
            .Select(row => row.ToString()).Should().BeEmpty();
    }

    private static bool IsReadOnly(WorldPlan world, string entity, string property) =>
        world.Entity(entity).Description.Contains($" {property} readonly", StringComparison.Ordinal);
}
