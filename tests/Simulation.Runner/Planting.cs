using System.Globalization;
using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Runner;

/// <summary>Breaks one clause after the other, and says after how many histories the simulation finds out, and by what.</summary>
internal sealed class Planting(RunnerOptions options)
{
    private readonly HistoryGenerator _generator = new(Features.Now);
    private int _found;

    /// <summary>Plants the faults whose name begins so, or all.</summary>
    /// <returns>0 if each was found.</returns>
    public static async Task<int> PlantAsync(string clause, RunnerOptions options)
    {
        var faults = PlantedFault.All.Where(fault => clause == "all" || fault.Name.StartsWith(clause, StringComparison.OrdinalIgnoreCase)).ToList();
        var planting = new Planting(options);
        List<Func<Task>> searches = [() => planting.FindInModelAsync(faults.FindAll(fault => fault.InModel is not null))];
        searches.AddRange(faults.Where(fault => fault.InModel is null).Select(fault => (Func<Task>)(() => planting.FindAsync(fault))));
        await Parallel.ForEachAsync(searches, new ParallelOptions { MaxDegreeOfParallelism = options.Workers }, async (search, _) => await search());
        Console.WriteLine($"{planting._found} of {faults.Count} found");
        return planting._found == faults.Count ? 0 : 1;
    }

    // What breaks without the fault as well says nothing about it.
    private async Task FindAsync(PlantedFault fault)
    {
        for (var number = 0L; number < options.Histories; number++)
        {
            var history = _generator.Of(options.Seed + number);
            if (await new Checker(new Coverage()) { Planted = fault }.CheckAsync(history) is { } violation && await new Checker(new Coverage()).CheckAsync(history) is null)
            {
                Tell(fault, number + 1, violation);
                return;
            }
        }

        Tell(fault);
    }

    // A broken model leaves the engine as it is: one play of the engine serves all of them.
    private async Task FindInModelAsync(List<PlantedFault> hidden)
    {
        for (var number = 0L; number < options.Histories && hidden.Count > 0; number++)
        {
            var history = _generator.Of(options.Seed + number);
            var found = await DifferencesAsync(history, hidden);
            found.ForEach(it => Tell(it.Fault, number + 1, it.Violation));
            hidden = [.. hidden.Except(found.Select(it => it.Fault))];
        }

        hidden.ForEach(Tell);
    }

    private static async Task<List<(PlantedFault Fault, Violation Violation)>> DifferencesAsync(History history, List<PlantedFault> faults)
    {
        var checker = new Checker(new Coverage());
        return await checker.SettleAsync(history) is { } settled && checker.Differs(history, settled, null) is null
            ? [.. faults.Select(fault => (fault, Violation: checker.Differs(history, settled, fault.InModel)!)).Where(it => it.Violation is not null)]
            : [];
    }

    private void Tell(PlantedFault fault, long histories, Violation violation)
    {
        Interlocked.Increment(ref _found);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.Name,-70} {histories,6} histories, {violation.Invariant}"));
    }

    private void Tell(PlantedFault fault) => Console.WriteLine($"{fault.Name,-70} NOT FOUND in {options.Histories}");
}
