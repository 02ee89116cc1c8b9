using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.CrmOffice;

public sealed class CrmTests
{
    [TestCase("Companies")]
    [TestCase("Contacts")]
    [TestCase("Activities")]
    [TestCase("Users")]
    [Clause("O1")]
    public async Task Every_record_is_read_from_envelopes_and_from_a_bare_array(string entity)
    {
        await using var world = await Worlds.CrmAsync(("page_size", "9"));

        var (records, cursor) = await world.CompleteAsync(world.Request(entity));

        records.Select(record => record.Key).Should().OnlyHaveUniqueItems().And.HaveCount(world.Count($"SELECT count(*) FROM {entity}"));
        cursor.Should().NotBeNull();
    }

    [Test, Clause("O1")]
    public async Task What_changed_since_comes_and_hardly_anything_else()
    {
        await using var world = await Worlds.CrmAsync();
        var request = world.Request("Contacts", "title");
        var cursor = (await world.CompleteAsync(request)).Cursor;
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.StandIn.Edit("UPDATE Contacts SET title = 'Edited' WHERE id = (SELECT min(id) FROM Contacts)");

        var (changed, next) = await world.SinceAsync(request, cursor);

        changed.Should().ContainSingle(record => record.Values[0] == Value.Text("Edited"));
        (await world.SinceAsync(request, next)).Records.Should().ContainSingle();
    }

    [Test]
    public async Task A_record_is_created_changed_and_deleted()
    {
        await using var world = await Worlds.CrmAsync();

        var made = (Written)await world.CreateAsync("Companies", ("name", Value.Text("Nordavind AS")), ("orgNr", Value.Text("999000111")), ("postAddress.postalArea", Value.Text("Bodø")));
        var changed = (Written)await world.UpdateAsync("Companies", made.Key, ("postAddress.postalArea", Value.Text("Bodø"), Value.Text("Oslo")), ("name", Value.Text("Nordavind AS"), Value.None));

        made.Key.Should().Be(world.Look("SELECT id FROM Companies WHERE orgNr = '999000111'"), "the vendor gives the key");
        changed.Stored!.Values.Should().Equal(Value.Text("Oslo"), Value.None);
        (await world.DeleteAsync("Companies", made.Key)).Should().BeOfType<Written>();
        (await world.LookUpAsync(world.Request("Companies"), made.Key)).Records.Should().BeEmpty();
    }

    [Test, Clause("C3")]
    public async Task A_company_is_found_by_its_organisation_number_and_made_once()
    {
        await using var world = await Worlds.CrmAsync();
        var made = (Written)await world.CreateAsync("Companies", ("orgNr", Value.Text("999000111")));

        (await world.CreateAsync("Companies", ("orgNr", Value.Text("999000111")))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("taken");

        var found = await world.System.FindAsync(world.Request("Companies", "orgNr"), ["orgNr"], [Value.Text("999000111")], CancellationToken.None);
        found.Records.Select(record => record.Key).Should().Equal(made.Key);
    }

    [Test]
    public async Task An_instant_is_written_with_its_offset()
    {
        await using var world = await Worlds.CrmAsync();
        var instant = Value.DateTime(new DateTime(2026, 3, 1, 12, 30, 0, DateTimeKind.Utc));

        var made = (Written)await world.CreateAsync("Activities", ("subject", Value.Text("Call")), ("startsAt", instant));

        (await world.OneAsync(world.Request("Activities", "startsAt"), made.Key)).Values[0].Should().Be(instant);
        world.Log.Calls.Single(call => call.ToString() == "POST /activities").Body.Should().Contain("+00:00");
    }

    [Test]
    public async Task Users_cannot_be_written()
    {
        await using var world = await Worlds.CrmAsync();

        (await world.DeleteAsync("Users", "somebody")).Should().BeOfType<Rejected>();
    }

    [TestCase("update_verb", "PUT")]
    [TestCase("update_verb", "POST")]
    public async Task What_nobody_confirmed_is_a_setting(string setting, string value)
    {
        await using var world = await Worlds.CrmAsync((setting, value));

        await world.UpdateAsync("Companies", world.Look("SELECT id FROM Companies LIMIT 1"), ("name", Value.None, Value.Text("x")));

        world.Log.Calls[^1].Method.Should().Be(value);
    }

    [Test]
    public async Task Names_of_paths_and_parameters_are_settings_too()
    {
        await using var world = await Worlds.CrmAsync(("companies_path", "firms"), ("since_parameter", "changed"), ("paging", "offset"), ("page_parameter", "skip"), ("page_size_parameter", "take"));
        var form = world.Definition.Entities["Companies"];

        (form.Read!.Path.Text, form.Changes!.List.Parameters.Single().Name).Should().Be(("firms", "changed"));
        (form.Read.Paging.Kind.ToString(), form.Read.Paging.Parameter, form.Read.Paging.SizeParameter).Should().Be(("Offset", "skip", "take"));
    }

    [Test]
    public async Task The_first_read_takes_a_call_a_page_and_the_next_one_an_entity()
    {
        await using var world = await Worlds.CrmAsync();
        var entities = new[] { "Companies", "Contacts", "Activities", "Users" };
        var pages = entities.SkipLast(1).Sum(entity => (world.Count($"SELECT count(*) FROM {entity}") / 100) + 1) + 1;
        var counted = new Counted(world, entities);

        (await counted.FirstAsync()).Should().HaveCount(pages);
        world.StandIn.Edit("UPDATE Contacts SET title = 'Edited' WHERE id = (SELECT min(id) FROM Contacts)");
        await counted.NextAsync();
        (await counted.NextAsync()).Should().HaveCount(4);
    }
}
