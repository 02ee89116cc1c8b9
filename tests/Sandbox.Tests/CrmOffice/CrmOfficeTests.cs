using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SesamTalk.Sandbox.CrmOffice;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Sandbox.Tests.CrmOffice;

public sealed class CrmOfficeTests
{
    private const string Redirect = "http://127.0.0.1/consent", Verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one";

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private TemporaryFolder _folder = null!;
    private CrmOfficeStandIn _crm = null!;
    private HttpClient _client = null!;
    private JsonNode _tokens = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new TemporaryFolder();
        _crm = await CrmOfficeStandIn.StartAsync(new StandInSettings(_folder.Path, _clock));
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _crm.Address };
        _tokens = await JsonOf(await RedeemAsync(await CodeAsync(), Verifier));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)_tokens["access_token"]!);
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _crm.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    [Checklist("crm-2")]
    [Checklist("crm-3")]
    [Checklist("all-11")]
    public async Task A_token_is_a_JWT_of_an_hour_and_can_be_renewed()
    {
        ((int)_tokens["expires_in"]!).Should().Be(3600);
        ((string)_tokens["access_token"]!).Split('.').Should().HaveCount(3);
        _clock.Advance(TimeSpan.FromHours(1));
        (await _client.GetAsync("/companies")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        var fresh = await JsonOf(await TokenAsync(("grant_type", "refresh_token"), ("refresh_token", (string)_tokens["refresh_token"]!)));

        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)fresh["access_token"]!);
        (await _client.GetAsync("/companies")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("crm-1")]
    public async Task A_code_is_worth_nothing_without_its_verifier() =>
        (await RedeemAsync(await CodeAsync(), "another-verifier")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [TestCase("crmoffice%20offline_access", HttpStatusCode.Redirect)]
    [TestCase("openid", HttpStatusCode.BadRequest)]
    [Checklist("crm-1")]
    public async Task Consent_is_given_for_the_scopes_that_there_are(string scope, HttpStatusCode status) =>
        (await _client.GetAsync(ConsentPath(scope))).StatusCode.Should().Be(status);

    [TestCase("companies")]
    [TestCase("contacts")]
    [TestCase("activities")]
    [Checklist("crm-4")]
    public async Task A_list_is_an_envelope_of_items_with_their_total(string resource)
    {
        var page = await ReadAsync($"/{resource}?pageSize=2");

        page["items"]!.AsArray().Should().HaveCount(2);
        ((int)page["total"]!).Should().BeGreaterThan(2);
        (await ReadAsync($"/{resource}?pageSize=2&page=2"))["items"]![0]!["id"]!.GetValue<string>().Should().NotBe((string)page["items"]![0]!["id"]!);
    }

    [Test]
    [Checklist("crm-5")]
    public async Task Users_are_a_bare_array_and_read_only()
    {
        (await ReadAsync("/users")).Should().BeOfType<JsonArray>().Which[0]!["userName"].Should().NotBeNull();
        (await _client.PostAsync("/users", Body("{}"))).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Test]
    [Checklist("crm-8")]
    [Checklist("crm-9")]
    [Checklist("crm-10")]
    [Checklist("crm-11")]
    public async Task A_company_is_made_changed_and_found_by_what_changed()
    {
        var made = await JsonOf(await _client.PostAsync("/companies", Body("""{"name":"Ny AS","orgNr":"1","postAddress":{"postalArea":"Oslo"}}""")));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _client.PatchAsync($"/companies/{(string)made["id"]!}", Body("""{"postAddress":{"postCode":"0150"}}"""));

        var row = (await ReadAsync("/companies?modifiedSince=2026-06-01T08:05:00Z"))["items"]!.AsArray().Should().ContainSingle().Subject!;

        ((string)row["postAddress"]!["postalArea"]!).Should().Be("Oslo");
        ((string)row["postAddress"]!["postCode"]!).Should().Be("0150");
        row["visitAddress"].Should().BeNull();
        ((string)row["modifiedAt"]!).Should().Be("2026-06-01T08:05:00.000+00:00");
        (await _client.PostAsync("/companies", Body("""{"orgNr":"1"}"""))).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Test]
    [Checklist("crm-9")]
    public async Task A_contact_refers_to_its_company()
    {
        var company = (string)(await ReadAsync("/companies?pageSize=1"))["items"]![0]!["id"]!;

        var made = await JsonOf(await _client.PostAsync("/contacts", Body($$"""{"givenName":"Ada","company":{"id":"{{company}}" } }""")));

        ((string)made["company"]!["id"]!).Should().Be(company);
        (await _client.PostAsync("/contacts", Body("""{"company":{"id":"nobody"}}"""))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await _client.DeleteAsync($"/contacts/{(string)made["id"]!}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _client.GetAsync($"/contacts/{(string)made["id"]!}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Checklist("crm-6")]
    [TestCase("companies", """{"orgNr":"1","postAddress":{"streetAddress":"a","postCode":"b","postalArea":"c","country":"d"},"visitAddress":{"streetAddress":"e","postCode":"f","postalArea":"g","country":"h"}}""")]
    [TestCase("contacts", """{"givenName":"a","familyName":"b","directPhone":"c","mobilePhone":"d"}""")]
    [TestCase("activities", """{"subject":"a","address":{"postalArea":"b","country":"c"}}""")]
    public async Task Known_properties_come_back_as_they_were_sent(string resource, string body)
    {
        var made = (JsonObject)await JsonOf(await _client.PostAsync("/" + resource, Body(body)));

        foreach (var (name, value) in JsonNode.Parse(body)!.AsObject())
        {
            JsonNode.DeepEquals(made[name], value).Should().BeTrue(name);
        }
    }

    [Test]
    [Checklist("crm-7")]
    public async Task An_id_is_text_that_the_system_gives()
    {
        var made = await JsonOf(await _client.PostAsync("/companies", Body("""{"id":"mine","name":"Ny AS"}""")));

        made["id"]!.GetValue<string>().Should().NotBeEmpty().And.NotBe("mine");
    }

    [Test]
    [Checklist("crm-8")]
    public async Task Times_carry_an_offset_and_every_entity_tells_when_it_changed()
    {
        var made = await JsonOf(await _client.PostAsync("/activities", Body("""{"subject":"x","startsAt":"2026-06-02T10:00:00+02:00"}""")));

        ((string)made["startsAt"]!).Should().Be("2026-06-02T08:00:00.000+00:00");
        foreach (var resource in new[] { "companies", "contacts", "activities" })
        {
            ((string)(await ReadAsync($"/{resource}?pageSize=1"))["items"]![0]!["modifiedAt"]!).Should().MatchRegex(@"\+00:00$");
        }

        ((string)(await ReadAsync("/users"))[0]!["modifiedAt"]!).Should().MatchRegex(@"\+00:00$");
    }

    [Test]
    [Checklist("crm-9")]
    public async Task A_property_that_is_not_known_is_refused() =>
        (await _client.PostAsync("/companies", Body("""{"nobody":1}"""))).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Test]
    [Checklist("crm-3")]
    [Checklist("all-10")]
    public async Task Revoked_tokens_open_nothing_and_renew_nothing()
    {
        _crm.RevokeTokens();

        (await _client.GetAsync("/companies")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await TokenAsync(("grant_type", "refresh_token"), ("refresh_token", (string)_tokens["refresh_token"]!))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<JsonNode> JsonOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await _client.GetStringAsync(path))!;

    private string ConsentPath(string scope)
    {
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"/connect/authorize?client_id={_crm.Keys["client_id"]}&response_type=code&scope={scope}&state=s"
            + $"&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge={challenge}&code_challenge_method=S256";
    }

    private async Task<string> CodeAsync()
    {
        var answer = await _client.GetAsync(ConsentPath("crmoffice%20offline_access"));
        return answer.Headers.Location!.Query.Split("code=")[1].Split('&')[0];
    }

    private Task<HttpResponseMessage> RedeemAsync(string code, string verifier) =>
        TokenAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", verifier));

    private Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] fields) => _client.PostAsync("/connect/token", new FormUrlEncodedContent(
        fields.Append(("client_id", _crm.Keys["client_id"])).Append(("client_secret", _crm.Keys["client_secret"])).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
}
