using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests;

/// <summary>The invariants of chapter 11 on random histories; the long run is <c>tests/Simulation.Runner</c>.</summary>
[Clause("T3")]
[Clause("T4")]
[Parallelizable(ParallelScope.All)]
public sealed class RandomHistoryTests
{
    private const int Histories = 300;
    private const int Parts = 10;

    private static readonly Coverage Coverage = new();
    private static int _parts;

    [OneTimeTearDown]
    public void Everything_that_is_common_came_up()
    {
        if (_parts == Parts)
        {
            Exercised.Missing(Features.Now, Coverage, Histories).Should().BeEmpty("a clause that was never exercised is a failure of the generator");
        }
    }

    [Test]
    public async Task All_invariants_hold_in_random_histories([Range(0, Parts - 1)] int part)
    {
        for (var seed = part + 1; seed <= Histories; seed += Parts)
        {
            var history = new HistoryGenerator(Features.Now).Of(seed);
            var violation = await new Checker(Coverage).CheckAsync(history);
            violation.Should().BeNull("seed {0} is\n{1}", seed, HistoryText.Write(history));
        }

        Interlocked.Increment(ref _parts);
    }
}
