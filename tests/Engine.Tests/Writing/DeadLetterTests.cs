using SesamTalk.Engine.Deciding;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Writing;

[Clause("W4")]
public sealed class DeadLetterTests
{
    [Test]
    public async Task On_request_a_rejected_create_is_tried_again_with_the_same_content()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        world.Faults("crm").Reject(_ => true, "closed today");
        await world.RunAsync();
        world.Faults("crm").Clear();
        world.Retry("erp/Person/p1").Result.Should().Be(DecisionResult.Done);
        await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle();
        world.DeadLetters().Should().BeEmpty();
    }

    [Test]
    public async Task And_so_is_a_rejected_update()
    {
        using var world = await RejectedUpdateAsync();
        world.Faults("crm").Clear();
        world.Retry("crm/Contact/c1");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("2");
        world.DeadLetters().Should().BeEmpty();
    }

    [Test]
    public async Task What_is_rejected_again_is_a_dead_letter_again()
    {
        using var world = await RejectedUpdateAsync();
        world.Retry("crm/Contact/c1");
        world.DeadLetters().Should().BeEmpty();
        await world.RunAsync();

        world.DeadLetters().Should().ContainSingle();
    }

    [Test]
    public async Task A_record_that_could_not_be_read_is_read_again_although_it_did_not_change()
    {
        using var world = await People.SettledAsync();
        world["crm/Contact"].Spoil("c1", "phone", "'phone' is odd");
        world.Edit("crm/Contact/c1", "name", "Anne");
        await world.RunAsync();
        world["crm/Contact"].Mend("c1");
        world.Retry("crm/Contact/c1");
        await world.RunAsync();

        world.Value("erp/Person/p1", "name").Should().Be("Anne");
        world.DeadLetters().Should().BeEmpty();
    }

    [Test]
    public async Task What_is_dropped_is_off_the_list_and_tried_again_only_when_the_record_changes()
    {
        using var world = await RejectedUpdateAsync();
        world.Drop("crm/Contact/c1").Result.Should().Be(DecisionResult.Done);
        world.Faults("crm").Clear();
        (await world.CountWritesAsync()).Should().Be(0);
        world.DeadLetters().Should().BeEmpty();

        world.Edit("erp/Person/p1", "phone", "3");
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("3");
    }

    [Test]
    public async Task What_is_dropped_and_then_rejected_with_other_content_is_on_the_list_again()
    {
        using var world = await RejectedUpdateAsync();
        world.Drop("crm/Contact/c1");
        world.Edit("erp/Person/p1", "phone", "3");
        await world.RunAsync();

        world.DeadLetters().Should().ContainSingle();
    }

    [Test]
    public async Task A_record_of_which_nothing_was_rejected_is_told()
    {
        using var world = await People.SettledAsync();

        world.Retry("crm/Contact/c1").Should().Match<DecisionOutcome>(o => o.Result == DecisionResult.NotFound && o.Message == "Nothing of crm/Contact/c1 was rejected.");
        world.Drop("c1").Result.Should().Be(DecisionResult.NotFound);
    }

    private static async Task<World> RejectedUpdateAsync()
    {
        var world = await People.SettledAsync();
        world.Faults("crm").Reject(_ => true, "closed today");
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();
        return world;
    }
}
