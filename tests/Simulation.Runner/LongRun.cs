using System.Diagnostics;
using System.Globalization;
using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Runner;

/// <summary>Many histories, on all cores, with a word now and then of how far it is.</summary>
internal sealed class LongRun(RunnerOptions options)
{
    private const int MostShrunk = 5;
    private const int Block = 100;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(60);

    private readonly Coverage _coverage = new();
    private readonly HistoryGenerator _generator = new(Features.Now);
    private readonly ProgressFile _progress = new(options.Progress);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<long>> _failing = new(StringComparer.Ordinal);
    private long _next;
    private long _done;

    /// <summary>Does what the command line says.</summary>
    public static Task<int> StartAsync(RunnerOptions options) => new LongRun(options).RunAsync();

    private async Task<int> RunAsync()
    {
        if (options.Show)
        {
            return await ShowAsync();
        }

        if (options.Plant is { } clause)
        {
            return await Planting.PlantAsync(clause, options);
        }

        _progress.Load(_coverage);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(WorkAsync)));
        Console.WriteLine(_coverage);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{_done} histories in {_watch.Elapsed.TotalSeconds:0} s, {_watch.Elapsed.TotalMilliseconds * options.Workers / Math.Max(1, _done):0.0} ms each; {_failing.Sum(f => f.Value.Count)} failing"));
        foreach (var (invariant, seeds) in _failing)
        {
            Console.WriteLine($"  {invariant}: {seeds.Count}, seeds {string.Join(' ', seeds.Order().Take(12))}");
        }

        var missing = _done < Exercised.Many ? [] : Exercised.Missing(Features.Now, _coverage, _done);
        foreach (var unheard in missing)
        {
            Console.WriteLine($"  never exercised: {unheard} (a failure of the generator)");
        }

        return _failing.Count + missing.Count == 0 ? 0 : 1;
    }

    private async Task<int> ShowAsync()
    {
        var history = options.File is { } file ? HistoryText.Read(await File.ReadAllTextAsync(file)) : _generator.Of(options.Seed);
        Console.WriteLine($"{HistoryText.Write(history)}\n");
        var violation = await new Checker(_coverage).CheckAsync(history);
        Console.WriteLine($"{violation?.ToString() ?? "all invariants hold"}\n");
        if (violation is not null)
        {
            await ShrinkAsync(options.Seed, history, violation);
        }

        return violation is null ? 0 : 1;
    }

    private async Task WorkAsync()
    {
        while ((Interlocked.Increment(ref _next) - 1) * Block is var first && first < options.Histories)
        {
            if (_progress.Has(options.Seed + first))
            {
                continue;
            }

            var coverage = new Coverage();
            var last = Math.Min(first + Block, options.Histories);
            for (var number = first; number < last; number++)
            {
                await PlayAsync(options.Seed + number, coverage);
            }

            lock (_gate)
            {
                _progress.Save(options.Seed + first, coverage);
                foreach (var (clause, times) in coverage.Counts)
                {
                    _coverage.Count(clause, times);
                }
            }
        }
    }

    private async Task PlayAsync(long seed, Coverage coverage)
    {
        var history = _generator.Of(seed);
        using var slow = new Timer(_ => Console.WriteLine($"seed {seed} has not come to an end yet"), null, Slow, Slow);
        var violation = await new Checker(coverage).CheckAsync(history);
        if (Interlocked.Increment(ref _done) % 1000 == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} histories, {_done / _watch.Elapsed.TotalSeconds:0} a second"));
        }

        if (violation is null)
        {
            return;
        }

        coverage.Count($"! fails {violation.Invariant}");
        bool isNew;
        lock (_gate)
        {
            var seeds = _failing.TryGetValue(violation.Invariant, out var known) ? known : _failing[violation.Invariant] = [];
            seeds.Add(seed);
            isNew = seeds.Count <= 3 && _failing.Count <= MostShrunk;
        }

        if (isNew)
        {
            await ShrinkAsync(seed, history, violation);
        }
    }

    private async Task ShrinkAsync(long seed, History history, Violation violation)
    {
        var checker = new Checker(new Coverage()) { Sought = violation };
        var small = await new Shrinker(checker.CheckAsync).ShrinkAsync(history, violation);
        var now = await checker.CheckAsync(small);
        lock (_gate)
        {
            Console.WriteLine($"seed {seed} breaks {violation.Invariant}; the smallest form:\n{PastedTest.Of(seed, small, now ?? violation)}\n{now}\n");
        }
    }
}
