using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

[Clause("T4")]
[Clause("C3")]
public sealed class InterruptionTests
{
    /// <summary>How it can be found out whether a create whose answer never came had its effect.</summary>
    public enum Trace
    {
        KeyOfTheEngine,
        IdempotencyKey,
    }

    [Test]
    public async Task A_run_killed_at_any_call_and_run_again_ends_as_an_undisturbed_one(
        [Values] Trace trace, [Values] bool afterEffect, [Values(1, 1000)] int batchSize)
    {
        using var undisturbed = await HistoryAsync(trace, batchSize, world => world.RunAsync());
        for (var (call, died) = (1, true); died; call++)
        {
            using var disturbed = await HistoryAsync(trace, batchSize, async world =>
            {
                died = await world.RunAndDieAsync(call, afterEffect);
                await world.RunAsync();
            });
            disturbed.Contents().Should().Be(undisturbed.Contents(), "it was killed at call {0}", call);
            disturbed.OpenIntents().Should().Be(0, "it was killed at call {0}", call);
            (await disturbed.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
        }
    }

    [Test]
    [Clause("I2")]
    public async Task A_run_killed_between_two_flows_that_make_the_same_record_ends_with_one([Values] bool afterEffect)
    {
        using var undisturbed = TwoIntoOne();
        await undisturbed.RunAsync();
        for (var (call, died) = (1, true); died; call++)
        {
            using var disturbed = TwoIntoOne();
            died = await disturbed.RunAndDieAsync(call, afterEffect);
            await disturbed.RunAsync();

            disturbed.Contents().Should().Be(undisturbed.Contents(), "it was killed at call {0}", call);
            (await disturbed.CountWritesAsync()).Should().Be(0, "it was killed at call {0}", call);
        }
    }

    [Test]
    public async Task A_run_killed_again_and_again_gets_to_its_end()
    {
        using var undisturbed = await HistoryAsync(Trace.KeyOfTheEngine, 1, world => world.RunAsync());
        using var disturbed = await HistoryAsync(Trace.KeyOfTheEngine, 1, async world =>
        {
            for (var call = 2; await world.RunAndDieAsync(call, afterEffect: call % 2 == 0); call++)
            {
            }
        });

        disturbed.Contents().Should().Be(undisturbed.Contents());
    }

    /// <summary>Two runs in a circle with creates, matches and edits on several sides; the second as the test wants it.</summary>
    private static async Task<World> HistoryAsync(Trace trace, int batchSize, Func<World, Task> lastRun)
    {
        var world = Circle(trace);
        world.BatchSize = batchSize;
        for (var i = 0; i < 3; i++)
            world.Add($"a/P/p{i}", $"name: A{i}, mail: a{i}@x.no").Add($"b/P/q{i}", $"name: B{i}, mail: a{i}@x.no");
        await world.RunAsync();
        world.Add("a/P/p9", "name: New, mail: new@x.no").Add("b/P/q9", "name: Other, mail: other@x.no")
            .Edit("a/P/p0", "phone", "1").Edit("b/P/q1", "phone", "2").Edit("b/P/q0", "phone", "3");
        await lastRun(world);
        return world;
    }

    /// <summary>Two systems that know some of the same people without knowing of each other, and a third that both are to be carried into.</summary>
    private static World TwoIntoOne()
    {
        var world = new World()
            .System("erp", 30, "P: name, mail email, phone").System("exact", 20, "P: name, mail email, phone")
            .System("crm", 10, "P [client keys]: name, mail email, phone")
            .Flow("1-erp-crm", "erp/P", "crm/P", People.Rows, "mail")
            .Flow("2-exact-crm", "exact/P", "crm/P", People.Rows, "mail");
        for (var i = 0; i < 4; i++)
            world.Add($"erp/P/p{i}", $"name: A{i}, mail: a{i}@x.no").Add($"exact/P/e{i}", $"name: B{i}, mail: a{i + 2}@x.no, phone: {i}");
        return world;
    }

    private static World Circle(Trace trace)
    {
        var keys = trace == Trace.KeyOfTheEngine ? " [client keys]" : string.Empty;
        var world = new World();
        foreach (var (name, rank) in new[] { ("a", 30), ("b", 20), ("c", 10) })
        {
            world.System(name, rank, $"P{keys}: name, mail email, phone")
                .Can($"{name}/P", c => c with { KnowsIdempotencyKeys = trace == Trace.IdempotencyKey });
        }

        return world.Flow("ab", "a/P", "b/P", People.Rows, "mail").Flow("bc", "b/P", "c/P", People.Rows, "mail").Flow("ac", "a/P", "c/P", People.Rows, "mail");
    }
}
