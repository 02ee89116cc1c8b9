using SesamTalk.Connectors.Memory;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

/// <summary>What is taken back where an enforced row writes, and the nearest copy of it stands beyond a row under review.</summary>
[Clause("R2")]
[Clause("R7")]
public sealed class DriftBesideReviewTests
{
    [Test]
    public async Task Drift_is_taken_back_with_the_nearest_copy_and_with_no_other_before_it()
    {
        using var world = AWayRoundAndARowUnderReview();
        await world.RunAsync();
        world.Edit(world.Only("c/P"), "x", "drift");

        (await world.CountWritesAsync()).Should().Be(1);
        world.Value(world.Only("c/P"), "x").Should().Be("ABC");
        world.Conflicts().Should().OnlyContain(c => c.LoserValue == "drift" && c.DecidedBy == "enforce");
    }

    [Test]
    [Clause("O6")]
    [Clause("T2")]
    public async Task What_a_silent_system_makes_of_the_nearest_copy_is_taken_back_once_and_then_stands()
    {
        using var world = AWayRoundAndARowUnderReview();
        world.Can("c/P", c => c with { AnswersWithStoredState = false, GivesModificationTimes = false });
        world["c/P"].Rewrite("x", Rewriting.Cut(2));
        await world.RunAsync();

        (await world.CountWritesAsync()).Should().Be(1);
        (await world.CountWritesAsync()).Should().Be(0);
        world.Value(world.Only("c/P"), "x").Should().Be("AB");
    }

    // What a says comes to c by b as it is, and in capitals at once.
    private static World AWayRoundAndARowUnderReview() => new World()
        .System("a", 30, "P: mail email, x").System("b", 20, "P: mail email, x").System("c", 10, "P: mail email, x")
        .Flow("ab", "a/P", "b/P", "x = x", "mail")
        .Flow("ac", "a/P", "c/P", "x = x via upper conflict review", "mail")
        .Flow("bc", "b/P", "c/P", "x > x enforce", "mail")
        .Add("a/P/p1", "mail: a@x.no, x: abc");
}
