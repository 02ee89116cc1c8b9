using System.Globalization;
using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Runner;

/// <summary>Breaks one clause after the other, and says after how many histories the simulation finds out.</summary>
internal static class Planting
{
    /// <summary>Plants the faults whose name begins so, or all.</summary>
    /// <returns>0 if each was found.</returns>
    public static async Task<int> PlantAsync(string clause, RunnerOptions options)
    {
        var faults = PlantedFault.All.Where(fault => clause == "all" || fault.Name.StartsWith(clause, StringComparison.OrdinalIgnoreCase)).ToList();
        var missed = 0;
        await Parallel.ForEachAsync(faults, new ParallelOptions { MaxDegreeOfParallelism = options.Workers }, async (fault, _) =>
        {
            var found = await FindAsync(fault, options);
            Interlocked.Add(ref missed, found is null ? 1 : 0);
            Console.WriteLine($"{fault.Name,-70} {found ?? "NOT FOUND"}");
        });
        return missed == 0 ? 0 : 1;
    }

    private static async Task<string?> FindAsync(PlantedFault fault, RunnerOptions options)
    {
        var generator = new HistoryGenerator(Features.Now);
        for (var number = 0L; number < options.Histories; number++)
        {
            var history = generator.Of(options.Seed + number);
            if (await new Checker(new Coverage()) { Planted = fault }.CheckAsync(history) is { } violation && await new Checker(new Coverage()).CheckAsync(history) is null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{number + 1,6} histories, {violation.Invariant}");
            }
        }

        return null;
    }
}
