using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;
using SesamTalk.TestKit.Vendors;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Definitions;

/// <summary>The worked example of the guide holds what the guide says of it.</summary>
internal sealed class GuideTests
{
    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "guides");

    [Test]
    public void The_example_is_accepted_and_says_what_the_service_can_do()
    {
        var example = Read();

        example.Faults.Should().BeEmpty();
        var customers = example.Definition!.CapabilitiesOf(example.Entities.Single(e => e.Name == "Customers"));
        var bookings = example.Definition.CapabilitiesOf(example.Entities.Single(e => e.Name == "Bookings"));
        customers.Should().Match<Capabilities>(c => c.ReadsComplete && c.ReadsSince && c.ReadsKeys && c.LooksUpByKey && c.KnowsIdempotencyKeys && c.AnswersWithStoredState);
        bookings.Should().Match<Capabilities>(c => !c.AnswersWithStoredState && !c.TellsDeletes);
    }

    [Test]
    public async Task The_example_reads_as_the_guide_tells()
    {
        var example = Read();
        var definition = (RestDefinition)example.Definition!;
        var transport = new ScriptedTransport(request => Json(request.Address.AbsolutePath.EndsWith("nights", StringComparison.Ordinal)
            ? """{"data":[{"nightId":1,"day":"2026-07-01","price":990}]}"""
            : """{"data":[{"id":7,"number":"      42","customerRef":{"id":3},"updatedAt":"2026-01-05T11:00:00+01:00"}],"meta":{"next":null}}"""));
        await using var system = new RestSystem("fjord-booking", definition, transport, new FakeClock());
        var bookings = example.Entities.Single(e => e.Name == "Bookings");
        var shape = new Shape([.. bookings.Properties.Where(p => p.Path is "number" or "customer" or "nights")]);

        var records = new List<Record>();
        await foreach (var batch in system.ReadCompleteAsync(new ReadRequest(bookings, shape), CancellationToken.None))
            records.AddRange(batch.Records);

        definition.Transport.BaseAddress.Should().Be(new Uri("https://havblikk.fjordbooking.example/api/v3"));
        transport.Asked.Should().Equal("GET /api/v3/bookings?fields=number,customerRef,id,updatedAt&limit=100", "GET /api/v3/bookings/7/nights");
        records.Single().Values.Take(2).Should().Equal(Value.Text("42"), Value.Integer(3));
        records.Single().Values[2].ToString().Should().Be("[(1, 2026-07-01, 990)]");
    }

    [Test]
    public void The_guide_shows_the_example_as_it_is()
    {
        var example = File.ReadAllText(Path.Combine(Guide, "examples", "fjord-booking.connector.yaml"));
        var shown = File.ReadAllText(Path.Combine(Guide, "connect-a-rest-service.md")).Split("```yaml fragment\n").Skip(2).Select(part => part.Split("```")[0]);

        shown.SelectMany(part => part.Split('\n')).Where(line => line.Trim().Length > 0).Should().OnlyContain(line => example.Contains(line, StringComparison.Ordinal));
    }

    private static DefinedSystem Read() => DefinedSystem.Read(
        File.ReadAllText(Path.Combine(Guide, "examples", "fjord-booking.connector.yaml")),
        File.ReadAllText(Path.Combine(Guide, "examples", "fjord-booking.entities.yaml")),
        ("tenant", "havblikk"),
        ("api_key", "k"));
}
