using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

[Clause("T4")]
public sealed class InterruptionTests
{
    [Test]
    public async Task A_run_killed_at_any_call_and_run_again_ends_as_an_undisturbed_one([Values] bool afterEffect, [Values(1, 1000)] int batchSize)
    {
        using var undisturbed = await HistoryAsync(batchSize, world => world.RunAsync());
        for (var call = 1; ; call++)
        {
            var died = false;
            using var disturbed = await HistoryAsync(batchSize, async world =>
            {
                died = await world.RunAndDieAsync(call, afterEffect);
                await world.RunAsync();
            });
            disturbed.Contents().Should().Be(undisturbed.Contents(), "it was killed at call {0}", call);
            disturbed.OpenIntents().Should().BeEmpty();
            (await disturbed.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
            if (!died)
                return;
        }
    }

    [Test]
    public async Task A_run_killed_again_and_again_gets_to_its_end()
    {
        using var undisturbed = await HistoryAsync(1, world => world.RunAsync());
        using var disturbed = await HistoryAsync(1, async world =>
        {
            for (var call = 2; await world.RunAndDieAsync(call, afterEffect: call % 2 == 0); call++)
            {
            }
        });

        disturbed.Contents().Should().Be(undisturbed.Contents());
    }

    /// <summary>Two runs in a circle with creates, matches, edits on several sides and a reference; the second as the test wants it.</summary>
    private static async Task<World> HistoryAsync(int batchSize, Func<World, Task> lastRun)
    {
        var world = People.InACircle();
        world.BatchSize = batchSize;
        for (var i = 0; i < 3; i++)
            world.Add($"a/P/p{i}", $"name: A{i}, mail: a{i}@x.no").Add($"b/P/q{i}", $"name: B{i}, mail: a{i}@x.no");
        await world.RunAsync();
        world.Add("a/P/p9", "name: New, mail: new@x.no").Edit("a/P/p0", "phone", "1").Edit("b/P/q1", "phone", "2").Edit("b/P/q0", "phone", "3");
        await lastRun(world);
        return world;
    }
}
