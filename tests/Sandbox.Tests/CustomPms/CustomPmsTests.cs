using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SesamTalk.Sandbox.CustomPms;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Sandbox.Tests.CustomPms;

public sealed class CustomPmsTests
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private TemporaryFolder _folder = null!;
    private CustomPmsStandIn _pms = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new TemporaryFolder();
        _pms = await CustomPmsStandIn.StartAsync(new StandInSettings(_folder.Path, _clock));
        _client = new HttpClient { BaseAddress = _pms.Address };
        _client.DefaultRequestHeaders.Add("X-Api-Key", _pms.Keys["api_key"]);
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _pms.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    [Checklist("pms-1")]
    public async Task Nobody_comes_in_without_the_key()
    {
        _client.DefaultRequestHeaders.Remove("X-Api-Key");

        (await _client.GetAsync("/api/customers")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    [Checklist("pms-2")]
    public async Task Pages_follow_next_until_it_is_null()
    {
        var keys = new List<string>();
        for (string? next = "/api/customers?limit=7"; next is not null;)
        {
            var page = await ReadAsync(next);
            keys.AddRange(page["customers"]!.AsArray().Select(row => (string)row!["id"]!));
            next = (string?)page["next"];
        }

        keys.Should().OnlyHaveUniqueItems().And.HaveCount(int.Parse(_pms.Look("SELECT count(*) FROM customer")[0][0]!, CultureInfo.InvariantCulture));
    }

    [Test]
    [Checklist("pms-5")]
    public async Task A_client_may_bring_the_id_of_a_new_customer_and_a_second_one_of_it_is_refused()
    {
        var made = await _client.PostAsync("/api/customers", Body("""{"id":"c-1","name":"Ny AS"}"""));
        var again = await _client.PostAsync("/api/customers", Body("""{"id":"c-1","name":"Ny AS"}"""));

        made.StatusCode.Should().Be(HttpStatusCode.Created);
        made.Headers.Location!.ToString().Should().EndWith("/api/customers/c-1");
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Test]
    [Checklist("pms-3")]
    [Checklist("pms-6")]
    public async Task Changes_are_asked_for_by_time_inclusively()
    {
        await _client.PostAsync("/api/customers", Body("""{"id":"c-1","name":"Ny AS"}"""));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _client.PatchAsync("/api/customers/c-1", Body("""{"city":"Oslo"}"""));

        var page = await ReadAsync("/api/customers?changedSince=2026-06-01T08:01:00Z");

        var row = page["customers"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)row["city"]!).Should().Be("Oslo");
        ((string)row["name"]!).Should().Be("Ny AS");
        ((string)row["modifiedAt"]!).Should().Be("2026-06-01T08:01:00.000+00:00");
    }

    [TestCase("""{"city":"Oslo"}""", 400)]
    [TestCase("""{"name":"x","nobody":1}""", 400)]
    [TestCase("""{"name":"x","divisionCode":"x"}""", 400)]
    [TestCase("""[]""", 400)]
    [Checklist("pms-7")]
    public async Task A_body_that_does_not_hold_is_refused(string body, int status) =>
        ((int)(await _client.PostAsync("/api/customers", Body(body))).StatusCode).Should().Be(status);

    [Test]
    [Checklist("pms-4")]
    [Checklist("pms-6")]
    public async Task A_customer_is_found_by_a_property_and_deleted()
    {
        await _client.PostAsync("/api/customers", Body("""{"id":"c-1","name":"Ny AS","accountCode":"A-9"}"""));

        (await ReadAsync("/api/customers?accountCode=A-9"))["customers"]!.AsArray().Should().ContainSingle();
        (await _client.DeleteAsync("/api/customers/c-1")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _client.GetAsync("/api/customers/c-1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _client.GetAsync("/api/customers?nobody=1")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("pms-7")]
    public async Task A_project_needs_a_customer_that_there_is()
    {
        (await _client.PostAsync("/api/projects", Body("""{"number":"P-1","name":"x","customerId":"nobody"}"""))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await _client.PostAsync("/api/projects", Body("""{"number":"P-1","name":"x","budgetHours":7.5,"startsOn":"2026-01-01"}"""))).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await _client.GetStringAsync(path))!;
}
