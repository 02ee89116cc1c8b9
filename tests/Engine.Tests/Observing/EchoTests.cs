using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O2")]
public sealed class EchoTests
{
    [Test]
    public async Task What_the_engine_wrote_is_no_edit_however_the_system_answers(
        [Values] bool answers, [Values] bool givesTimes, [Values] bool readsSince)
    {
        using var world = People.InTwoSystems().Can("crm/Contact", c => c with
        {
            AnswersWithStoredState = answers,
            GivesModificationTimes = givesTimes,
            ReadsSince = readsSince,
        });
        world.Add("erp/Person/p1", People.Anna);
        await world.RunAsync();

        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_record_that_was_only_touched_is_not_edited()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", "2");

        (await world.CountWritesAsync()).Should().Be(0);
        world.Conflicts().Should().BeEmpty();
    }

    [Test]
    public async Task Only_the_property_that_differs_is_edited()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "name", "Anne").Edit("crm/Contact/c1", "phone", "2");

        await world.RunAsync();

        world.Records("erp/Person").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        world.Records("crm/Contact").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        world.Conflicts().Should().BeEmpty();
    }
}
