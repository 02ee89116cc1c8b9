using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Deciding;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

/// <summary>A record takes the place of one that is gone while another create of the cluster is open.</summary>
[Clause("D3")]
[Clause("C3")]
public sealed class SuccessionTests
{
    [Test]
    [Clause("R5")]
    public async Task A_record_that_is_created_again_gets_the_values_of_all_the_links_that_it_takes_over()
    {
        using var world = InThreeSystems()
            .Flow("1-ba", "b/P", "a/P", "name = name", "name").With("1-ba", Deletes.Propagate)
            .Flow("2-ab", "a/P", "b/P", "phone = phone", "phone").With("2-ab", Deletes.Propagate)
            .Flow("3-ac", "a/P", "c/P", "name = name", "name").Can("c/P", c => c with { KnowsIdempotencyKeys = false, LooksUpByKey = false });
        world.Faults("c").LoseAnswer(LostAnswer.BeforeEffect);
        await world.RunAsync();
        world.Delete(world.CounterpartOf("1-ba", "b/P/p1")).Edit("b/P/p1", "phone", "edited");
        await world.RunAsync();

        world.OpenIntents().Should().BePositive();
        world.Value(world.CounterpartOf("2-ab", "b/P/p1"), "phone").Should().Be("edited");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("T3")]
    public async Task What_was_being_created_for_the_record_that_is_gone_is_linked_with_the_one_that_is_created_again()
    {
        using var world = InThreeSystems()
            .Flow("1-ba", "b/P", "a/P", "name = name; phone = phone", "name").With("1-ba", Deletes.Propagate)
            .Flow("2-ac", "a/P", "c/P", "name = name; phone = phone", "name");
        world.Faults("c").LoseAnswer(LostAnswer.AfterEffect);
        await world.RunAsync();
        world.Faults("c").Unavailable();
        world.Delete(world.CounterpartOf("1-ba", "b/P/p1")).Edit("b/P/p1", "phone", "edited");
        await world.RunAsync();
        world.Faults("c").Clear();
        await world.RunAsync();

        world.OpenIntents().Should().Be(0);
        world.EndedLinks("2-ac").Should().BeEmpty();
        world.Value(world.CounterpartOf("2-ac", world.CounterpartOf("1-ba", "b/P/p1")), "phone").Should().Be("edited");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_person_who_is_asked_what_was_created_is_asked_about_the_record_that_is_created_again()
    {
        using var world = InThreeSystems("P [natural name]: name, phone")
            .Flow("1-ba", "b/P", "a/P", "name = name; phone = phone", "name").With("1-ba", Deletes.Propagate)
            .Flow("2-ac", "a/P", "c/P", "name = name", "phone").Can("c/P", c => c with { KnowsIdempotencyKeys = false });
        world.Faults("c").LoseAnswer(LostAnswer.AfterEffect);
        await world.RunAsync();
        world.Add("c/P/c1", "name: Anna").Delete(world.CounterpartOf("1-ba", "b/P/p1")).Edit("b/P/p1", "phone", "edited");
        await world.RunAsync();
        await world.RunAsync();

        var again = world.CounterpartOf("1-ba", "b/P/p1");
        world.Reviews().Should().ContainSingle().Which.Subject.Should().Be(again);
        world.Link(again, "c/P/c1").Result.Should().Be(DecisionResult.Done);
        await world.RunAsync();

        world.CounterpartOf("2-ac", again).Should().Be("c/P/c1");
        (world.OpenIntents(), world.Reviews().Count).Should().Be((0, 0));
    }

    private static World InThreeSystems(string c = "P [client keys]: name, phone") => new World()
        .System("a", 30, "P [client keys]: name, phone").System("b", 20, "P: name, phone").System("c", 10, c)
        .Add("b/P/p1", "name: Anna, phone: 1").Add("b/P/p2", "name: Bo, phone: 2").Add("b/P/p3", "name: Cy, phone: 3");
}
