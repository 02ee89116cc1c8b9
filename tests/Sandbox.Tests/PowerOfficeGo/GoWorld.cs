using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PowerOfficeGo;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

/// <summary>A stand-in of PowerOffice Go with a client that has its token, and the clock that both go by.</summary>
internal sealed class GoWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private GoWorld(TemporaryFolder folder, FakeClock clock, PowerOfficeGoStandIn go)
    {
        _folder = folder;
        Clock = clock;
        Go = go;
        Client = new HttpClient { BaseAddress = go.Address };
        Client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", go.Keys["subscription_key"]);
    }

    public FakeClock Clock { get; }

    public PowerOfficeGoStandIn Go { get; }

    public HttpClient Client { get; }

    public static async Task<GoWorld> StartAsync(Func<GoSettings, GoSettings>? choose = null)
    {
        var folder = new TemporaryFolder();
        var clock = new FakeClock(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero).AddTicks(1234567));
        var settings = new GoSettings(new StandInSettings(folder.Path, clock));
        var world = new GoWorld(folder, clock, await PowerOfficeGoStandIn.StartAsync(choose?.Invoke(settings) ?? settings));
        world.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await JsonOf(await world.TokenAsync()))["access_token"]!);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world;
    }

    public async Task<HttpResponseMessage> TokenAsync(string? clientKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/OAuth/Token") { Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]) };
        var keys = $"{Go.Keys["application_key"]}:{clientKey ?? Go.Keys["client_key"]}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(keys)));
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : "/v2/" + path);

    public async Task<JsonNode> ReadAsync(string path) => await JsonOf(await GetAsync(path));

    public Task<HttpResponseMessage> PostAsync(string path, string body) => Client.PostAsync("/v2/" + path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PatchAsync(string path, string body, string type = "application/json-patch+json") =>
        Client.PatchAsync("/v2/" + path, new StringContent(body, Encoding.UTF8, type));

    public Task<HttpResponseMessage> SetAsync(string path, string property, string value) =>
        PatchAsync(path, $$"""[{"op":"replace","path":"/{{property}}","value":{{value}}}]""");

    public async Task<JsonNode> CreateAsync(string path, string body)
    {
        var answer = await PostAsync(path, body);
        var node = await JsonOf(answer);
        answer.IsSuccessStatusCode.Should().BeTrue(node.ToJsonString());
        return node;
    }

    /// <summary>Makes an order for a customer of the sample.</summary>
    public async Task<JsonNode> OrderAsync(string more = "")
    {
        var row = Go.Look("SELECT c.Id, p.Id FROM Customers AS c, Products AS p LIMIT 1")[0];
        return await CreateAsync("SalesOrders/Complete", $$"""{"CustomerId":{{row[0]}}{{more}},"SalesOrderLines":[{"ProductId":{{row[1]}},"Quantity":2,"ProductUnitPrice":10.5},{"Description":"text"}]}""");
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().MatchRegex(@"^[{\[]");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Go.DisposeAsync();
        _folder.Dispose();
    }
}
