using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Writing;

[Clause("W2")]
public sealed class ChangedUnderneathTests
{
    [Test]
    public async Task An_edit_made_just_before_the_write_is_not_overwritten_unseen([Values] bool answers)
    {
        using var world = await People.SettledAsync();
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = answers });
        world.Edit("erp/Person/p1", "phone", "of the ERP");
        world.Faults("crm").BeforeNext(CallKind.Write, () => world.EditNow("crm/Contact/c1", "phone", "in between"));
        await world.RunAsync();
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("in between", "it was made later");
        world.Value("erp/Person/p1", "phone").Should().Be("in between");
        world.Conflicts().Should().Contain(c => c.LoserValue == "of the ERP");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_edit_of_another_property_made_just_before_the_write_survives_beside_it([Values] bool conditional, [Values] bool answers)
    {
        using var world = await People.SettledAsync();
        world.Can("crm/Contact", c => c with { WritesConditionally = conditional, AnswersWithStoredState = answers });
        world.Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").BeforeNext(CallKind.Write, () => world.EditNow("crm/Contact/c1", "name", "Anne"));
        await world.RunAsync();
        await world.RunAsync();

        world.Records("erp/Person").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        world.Records("crm/Contact").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R1")]
    public async Task An_edit_of_a_property_that_only_takes_the_greater_stamp_survives_too([Values] bool answers)
    {
        using var world = People.InTwoSystems().Add("crm/Contact/c1", "name: Anna, mail: anna@x.no, phone: 1").Add("erp/Person/p1", "name: Anna, mail: anna@x.no, phone: 2");
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = answers });
        world.Faults("crm").BeforeNext(CallKind.Write, () => world.EditNow("crm/Contact/c1", "name", "Anne"));
        await world.RunAsync();
        await world.RunAsync();

        world.Records("erp/Person").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        world.Records("crm/Contact").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_system_that_cannot_write_conditionally_is_read_first()
    {
        using var world = await People.SettledAsync();
        world.Can("crm/Contact", c => c with { WritesConditionally = false });
        world.Edit("erp/Person/p1", "phone", "of the ERP");
        world.Faults("crm").BeforeNext(CallKind.KeyLookup, () => world.EditNow("crm/Contact/c1", "phone", "in between"));
        await world.RunAsync();
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("in between");
        world.Value("crm/Contact/c1", "phone").Should().Be("in between");
    }

    [Test]
    public async Task A_record_that_vanished_underneath_stops_nobody_else()
    {
        using var world = await People.SettledAsync();
        world.Add("erp/Person/p2", "name: Bo, mail: bo@x.no");
        world.Edit("erp/Person/p1", "phone", "2");
        world.Faults("crm").BeforeNext(CallKind.Write, () => world.Memory["crm"].Delete("Contact", "c1"));
        await world.RunAsync();

        world.Records("crm/Contact").Should().Contain(line => line.Contains("Bo"));
    }

    [Test]
    [Clause("W4")]
    public async Task A_record_that_the_system_no_longer_shows_because_it_went_down_is_not_called_gone()
    {
        using var world = await People.SettledAsync();
        world.Can("crm/Contact", c => c with { AnswersWithStoredState = false });
        world.Edit("erp/Person/p1", "phone", "of the ERP").Edit("erp/Person/p1", "name", "of the ERP");
        world.Faults("crm").BeforeNext(CallKind.Write, () =>
        {
            world.EditNow("crm/Contact/c1", "name", "in between");
            world.Faults("crm").Unavailable();
        });
        await world.RunAsync();

        world.DeadLetters().Should().BeEmpty("it is there");

        world.Faults("crm").Clear();
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("of the ERP");
        world.Value("erp/Person/p1", "name").Should().Be("in between", "it was made later");
        (await world.CountWritesAsync()).Should().Be(0);
    }
}
