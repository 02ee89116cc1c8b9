using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O3")]
public sealed class StampTests
{
    [TestCase(-24)]
    [TestCase(0)]
    [TestCase(24)]
    public async Task An_edit_arrives_whatever_the_clock_of_its_system_says(int hoursAhead)
    {
        using var world = await People.SettledAsync();
        world.Memory["crm"].ClockSkew = TimeSpan.FromHours(hoursAhead);
        world.Edit("crm/Contact/c1", "phone", "2");

        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("2");
    }

    [TestCase(-24)]
    [TestCase(24)]
    public async Task An_edit_beats_the_value_that_its_author_saw_whatever_the_clocks_say(int hoursAhead)
    {
        using var world = await People.SettledAsync();
        world.Memory["crm"].ClockSkew = TimeSpan.FromHours(hoursAhead);
        world.Edit("crm/Contact/c1", "phone", "2");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "3");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", "4");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("4");
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task An_edit_is_later_than_a_stamp_of_the_very_time_of_the_previous_read()
    {
        using var world = await People.SettledAsync();
        world.Can("erp/Person", c => c with { GivesModificationTimes = false });
        world.Memory["crm"].ClockSkew = TimeSpan.FromDays(-1);
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", "3");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("3", "the higher rank must not win by a tie");
    }

    [Test]
    public async Task The_modification_time_of_the_record_is_the_time_of_the_edit()
    {
        using var world = await People.SettledAsync();
        world.Edit("crm/Contact/c1", "phone", "earlier").Edit("erp/Person/p1", "phone", "later");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("later");
    }

    [Test]
    public async Task Without_a_modification_time_it_is_the_time_of_the_read()
    {
        using var world = await People.SettledAsync();
        world.Can("crm/Contact", c => c with { GivesModificationTimes = false });
        world.Edit("crm/Contact/c1", "phone", "read later").Edit("erp/Person/p1", "phone", "edited later");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("read later");
    }

    [Test]
    public async Task A_time_before_the_previous_read_counts_as_the_previous_read()
    {
        using var world = await People.SettledAsync();
        world.Memory["crm"].ClockSkew = TimeSpan.FromDays(-1);
        world.Edit("erp/Person/p1", "phone", "by the clock").Edit("crm/Contact/c1", "phone", "a day behind");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("by the clock");
    }

    [Test]
    public async Task A_time_in_the_future_counts_as_the_time_of_the_read()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", "name: Anna");
        await world.RunAsync();
        world.Memory["crm"].ClockSkew = TimeSpan.FromDays(1);
        world.Edit("crm/Contact/c1", "phone", "a day ahead");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "by the clock, and later").Edit("crm/Contact/c1", "mail", "anna@x.no");
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("by the clock, and later");
    }
}
