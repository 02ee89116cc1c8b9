using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

[Clause("T4")]
[Clause("D1")]
[Clause("D3")]
public sealed class InterruptedDeleteTests
{
    [Test]
    public async Task A_run_that_passes_deletes_on_and_is_killed_at_any_call_ends_as_an_undisturbed_one(
        [Values(Deletes.Telling.Feed, Deletes.Telling.Keys, Deletes.Telling.CompleteReadsInNoOrder)] Deletes.Telling telling,
        [Values] bool afterEffect, [Values(2)] int batchSize)
    {
        using var undisturbed = await HistoryAsync(telling, batchSize, world => world.RunAsync());
        for (var (call, died) = (1, true); died; call++)
        {
            using var disturbed = await HistoryAsync(telling, batchSize, async world =>
            {
                died = await world.RunAndDieAsync(call, afterEffect);
                await world.RunAsync();
            });
            disturbed.Contents().Should().Be(undisturbed.Contents(), "it was killed at call {0}", call);
            disturbed.OpenIntents().Should().Be(0, "it was killed at call {0}", call);
            (await disturbed.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
        }
    }

    // In a circle: one record is deleted, one is deleted and edited, one is deleted and comes back.
    private static async Task<World> HistoryAsync(Deletes.Telling telling, int batchSize, Func<World, Task> lastRun)
    {
        var world = People.InACircle().Tells(telling, "a/P", "b/P", "c/P");
        world.BatchSize = batchSize;
        foreach (var flow in new[] { "ab", "bc", "ac" })
        {
            world.With(flow, Deletes.Propagate);
        }

        for (var i = 0; i < 8; i++)
        {
            world.Add($"a/P/p{i}", $"name: A{i}, mail: a{i}@x.no");
        }

        await world.RunAsync();
        world.Delete("a/P/p5");
        await world.RunAsync();
        var edited = world.CounterpartOf("ab", "a/P/p2");
        world.Delete("a/P/p1").Delete("a/P/p2").Edit(edited, "phone", "edited").Delete(world.CounterpartOf("ac", "a/P/p3"))
            .Add("a/P/p5", "name: A5, mail: a5@x.no").Edit("a/P/p4", "phone", "other").Add("b/P/q9", "name: New, mail: new@x.no");
        await lastRun(world);
        return world;
    }
}
