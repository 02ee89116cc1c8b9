using System.Diagnostics;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Killing;

/// <summary>
/// The real program, killed at random moments as by a power cut, and then the program run to its end: nothing is there twice, and systems and state
/// are as after a run that nobody disturbed. The one thing that may differ is a create of which nothing tells whether it had its effect,
/// because the vendor has nothing to find it by: it waits for a person (C3), and so does what refers to its record. The person finds it in
/// review, and once it is decided all is as after the undisturbed run. The moments come from the seed, but what they hit depends on the machine.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class KillTests
{
    private const int MostKills = 3;

    private static readonly Lazy<Task<Undisturbed>> Reference = new(RunUndisturbedAsync);

    [Test]
    [Clause("T4")]
    [Clause("INV9")]
    [Clause("C3")]
    public async Task A_killed_run_followed_by_a_run_ends_as_an_undisturbed_one_but_for_what_nothing_tells([Range(1, 12)] int seed)
    {
        var reference = await Reference.Value;
        using var firm = SmallFirm.New();
        var random = new Random(seed);
        for (var kills = random.Next(1, MostKills + 1); kills > 0; kills--)
        {
            await RunAndKillAsync(firm, random, reference.Duration);
        }

        TestContext.Out.WriteLine($"Runs that were hit: {firm.CutShort()}");
        var whole = await new TestProgram(firm.Folder) { GoesByTheMachine = true }.RunAsync("run");
        var after = await firm.ReadAsync();
        var second = await firm.RunHereAsync();

        whole.Error.Should().NotContain("defect");
        second.Findings.Where(finding => finding.Kind != FindingKind.Unresolved).Should().BeEmpty();
        second.Writes.Should().Be(0);
        MoreThan(reference.After, after).Should().BeEmpty();
        var standing = Standing.Of(firm.Set, after, reference.Before);
        standing.OpenCreates.Should().Be(second.Findings.Length, "each create that is not resolved is told, and nothing else");
        Settled.Difference(reference.Standing.GivenLinks, standing.GivenLinks).Should().BeEmpty();
        await DecideAsync(firm, second);
        await BeAsAsync(reference, firm);
    }

    private static async Task BeAsAsync(Undisturbed reference, SmallFirm firm)
    {
        var after = await firm.ReadAsync();
        var standing = Standing.Of(firm.Set, after, reference.Before);
        Settled.Difference(reference.After, after, reference.Before).Should().BeEmpty();
        Settled.Difference(reference.Standing.Links, standing.Links).Should().BeEmpty();
        Settled.Difference(reference.Standing.Open, standing.Open).Should().BeEmpty();
    }

    // C3: what is not clear is in review, with what may have come of it, and a person decides it; then the next run goes on from there.
    private static async Task DecideAsync(SmallFirm firm, RunReport report)
    {
        TestContext.Out.WriteLine($"Creates that were not clear: {report.Findings.Length}");
        for (var left = report; left.Findings.Length > 0; left = await firm.RunHereAsync())
        {
            left.Findings.Should().OnlyContain(finding => finding.Kind == FindingKind.Unresolved && finding.Cure!.Contains("links link"));
            new WhoHasLooked(firm.Set).DecideAll(left.Findings.Select(finding => finding.Subject).Distinct());
        }

        (await firm.RunHereAsync()).Writes.Should().Be(0);
    }

    // Entities that hold more records than after a run that nobody disturbed.
    private static IEnumerable<string> MoreThan(Snapshot reference, Snapshot after)
    {
        var expected = reference.Records.Values.CountBy(record => $"{record.System}/{record.Entity.Name}").ToDictionary(StringComparer.Ordinal);
        return after.Records.Values.CountBy(record => $"{record.System}/{record.Entity.Name}")
            .Where(entity => entity.Value > expected.GetValueOrDefault(entity.Key))
            .Select(entity => $"{entity.Key}: {entity.Value}");
    }

    // Most kills hit the run itself; some hit the program while it starts.
    private static async Task RunAndKillAsync(SmallFirm firm, Random random, TimeSpan duration)
    {
        using var program = RealProgram.Start(firm.Folder, "run");
        if (random.Next(8) > 0)
        {
            await program.IsUnderWayAsync();
        }

        // Not a wait for something to happen, but the moment at which the power goes.
        await Task.Delay(duration * random.NextDouble());
        await program.KillAsync();
    }

    private static async Task<Undisturbed> RunUndisturbedAsync()
    {
        using var firm = SmallFirm.New();
        var before = await firm.ReadAsync();
        using var program = RealProgram.Start(firm.Folder, "run");
        await program.IsUnderWayAsync();
        var start = Stopwatch.GetTimestamp();
        var (code, _, error) = await program.EndAsync();
        var duration = Stopwatch.GetElapsedTime(start);
        code.Should().Be(0, error);
        var after = await firm.ReadAsync();
        var standing = Standing.Of(firm.Set, after, before);
        standing.OpenCreates.Should().Be(0);
        standing.Links.Should().NotBeEmpty();
        return new Undisturbed(before, after, standing, duration);
    }

    private sealed record Undisturbed(Snapshot Before, Snapshot After, Standing Standing, TimeSpan Duration);
}
