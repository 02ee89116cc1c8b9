using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The shipped definition is accepted, says all that the description asks for, and asks only for what its endpoints show.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactDefinitionTests
{
    // Not in the feeds by which Items and Quotations are read, as their descriptions say.
    private static readonly string[] NotInFeed = ["StandardSalesPrice", "VATAmountFC"];

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
        var request = bed.Request(name, [.. bed.Entity(name).Properties.Select(p => p.Path).Where(path => !NotInFeed.Contains(path))]);

        var all = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Records).ToList();
        var faults = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Faults);
        var one = await bed.FindAsync(request, all[0].Key);

        faults.Should().BeEmpty();
        all.Should().HaveCount(int.Parse(bed.Cell($"SELECT count(*) FROM {name}")!, System.Globalization.CultureInfo.InvariantCulture));
        one!.Values.Should().Equal(all[0].Values);
        one.Modified.Should().Be(all[0].Modified).And.NotBeNull();
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
