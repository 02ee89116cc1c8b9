using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O3a")]
public sealed class FirstSightTests
{
    [Test]
    public async Task At_first_sight_a_value_carries_the_modification_time_of_its_record()
    {
        using var world = People.InTwoSystems()
            .Add("erp/Person/p1", "mail: anna@x.no, phone: older")
            .Add("crm/Contact/c1", "mail: anna@x.no, phone: newer");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("newer");
    }

    [Test]
    public async Task Without_a_modification_time_a_value_seen_for_the_first_time_is_older_than_all()
    {
        using var world = People.InTwoSystems().Can("erp/Person", c => c with { GivesModificationTimes = false });
        world.Add("crm/Contact/c1", "mail: anna@x.no, phone: dated").Add("erp/Person/p1", "mail: anna@x.no, phone: undated");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("dated");
    }

    [Test]
    public async Task A_property_that_is_empty_at_first_sight_empties_nothing_and_is_no_conflict()
    {
        using var world = People.InTwoSystems()
            .Add("crm/Contact/c1", "name: Anna, mail: anna@x.no, phone: 1")
            .Add("erp/Person/p1", "mail: anna@x.no");
        await world.RunAsync();

        world.Records("erp/Person").Should().Equal(world.Records("crm/Contact")).And.Equal("name: Anna, mail: anna@x.no, phone: 1");
        world.Conflicts().Should().BeEmpty();
    }
}
