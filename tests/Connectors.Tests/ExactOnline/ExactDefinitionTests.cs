using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Rest;
using SesamTalk.TestKit.Time;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The shipped definition is accepted, says all that the description asks for, and asks only for what its endpoints show.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactDefinitionTests
{
    [Test]
    public async Task Every_entity_of_the_description_is_defined_and_can_do_what_the_description_says()
    {
        await using var bed = await ExactBed.StartAsync(consents: false);

        foreach (var entity in bed.Entities)
        {
            var can = bed.System.CapabilitiesOf(entity);
            var isFed = entity.Name is not ("Departments" or "Divisions");
            can.Should().Match<Capabilities>(c => c.ReadsComplete && c.ReadsKeys && c.LooksUpByKey && c.LooksUpByValues && !c.TakesKeys, entity.Name);
            (can.ReadsSince, can.TellsDeletes).Should().Be((isFed, isFed), entity.Name);
        }

        bed.Entities.Should().HaveCount(8);
    }

    [TestCase("Accounts")]
    [TestCase("Contacts")]
    [TestCase("Employees")]
    [TestCase("Items")]
    [TestCase("SalesOrders")]
    [TestCase("Quotations")]
    [TestCase("Departments")]
    [TestCase("Divisions")]
    public async Task Every_property_is_read_by_the_feed_and_by_key_and_is_the_same(string name)
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request(name, [.. bed.Entity(name).Properties.Select(p => p.Path)]);

        var all = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Records).ToList();
        var faults = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Faults);
        var one = await bed.FindAsync(request, all[0].Key);

        faults.Should().BeEmpty();
        all.Should().HaveCount(int.Parse(bed.Cell($"SELECT count(*) FROM {name}")!, System.Globalization.CultureInfo.InvariantCulture));
        one!.Values.Should().Equal(all[0].Values);
        one.Modified.Should().Be(all[0].Modified).And.NotBeNull();
    }

    [TestCase("""{"d":[{"ID":"a","Name":" x ","Timestamp":"7"}]}""", "a")]
    [TestCase("""{"d":{"results":[{"ID":"a","Name":" x ","Timestamp":"7"}]}}""", "a")]
    [TestCase("""{"d":[]}""", "")]
    [TestCase("""{"d":{"results":[]}}""", "")]
    public async Task Both_envelopes_of_lists_are_read(string list, string expected)
    {
        var defined = DefinedSystem.Read(ExactDefinition.Text, ExactDefinition.Entities, ("division", "1"), ("client_id", "c"), ("client_secret", "s"));
        var transport = new ScriptedTransport(request => ScriptedTransport.Json(request.Address.AbsolutePath.Contains("Divisions") ? """{"d":{"Code":1}}""" : list));
        await using var system = new RestSystem("exact-online", (RestDefinition)defined.Definition!, transport, new FakeClock());
        var accounts = defined.Entities.Single(entity => entity.Name == "Accounts");
        var request = new ReadRequest(accounts, new Shape([accounts.Property("Name")!]));

        var found = await system.LookUpAsync(request, ["a"], CancellationToken.None);

        string.Join(' ', found.Records.Select(record => record.Key)).Should().Be(expected);
        transport.Asked.Should().Equal("GET /api/v1/1/crm/Accounts?$select=Name,ID,Modified&$filter=ID eq guid'a'");
        transport.Seen.Single().Address.Host.Should().Be("start.exactonline.nl");
    }

    [Test]
    public async Task Nothing_is_asked_for_that_Exact_demands_to_be_filtered_or_chosen()
    {
        await using var bed = await ExactBed.StartAsync(settings => settings with { RequiresFilter = true, RequiresSelect = true });
        var request = bed.Request("Accounts", "Code", "Name");
        var key = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Records).First().Key;

        (await bed.FindAsync(request, key)).Should().NotBeNull();

        bed.Calls.Statuses.Should().OnlyContain(status => status == 200);
        bed.Calls.Api.Should().OnlyContain(call => call.Contains("$select="));
    }
}
