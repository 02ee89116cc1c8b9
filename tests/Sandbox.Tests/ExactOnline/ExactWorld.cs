using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

/// <summary>A stand-in of Exact Online with a client that has consented, and the clock that both go by.</summary>
internal sealed class ExactWorld : IAsyncDisposable
{
    public const string Redirect = "http://127.0.0.1/consent";

    private readonly TemporaryFolder _folder;

    private ExactWorld(TemporaryFolder folder, FakeClock clock, ExactOnlineStandIn exact)
    {
        _folder = folder;
        Clock = clock;
        Exact = exact;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = exact.Address };
        Client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public FakeClock Clock { get; }

    public ExactOnlineStandIn Exact { get; }

    public HttpClient Client { get; }

    public static async Task<ExactWorld> StartAsync(Func<ExactSettings, ExactSettings>? choose = null, bool consents = true)
    {
        var folder = new TemporaryFolder();
        var clock = new FakeClock(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero));
        var settings = new ExactSettings(new StandInSettings(folder.Path, clock));
        var world = new ExactWorld(folder, clock, await ExactOnlineStandIn.StartAsync(choose?.Invoke(settings) ?? settings));
        if (consents)
        {
            world.Use(await world.ConsentAsync());
        }

        return world;
    }

    /// <summary>More accounts than the sample has, made by hand.</summary>
    public void AddAccounts(int count) => Exact.Edit($"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO Accounts (ID, Code, Name) SELECT printf('00000000-0000-4000-9000-%012x', i), printf('%18s', 700000 + i), 'Extra ' || i FROM n
        """);

    /// <summary>An address, of which the sample has none.</summary>
    public void AddAddress() => Exact.Edit("INSERT INTO Addresses (ID, Account) SELECT '00000000-0000-4000-9000-0000000000aa', ID FROM Accounts LIMIT 1");

    public async Task<string> CodeAsync()
    {
        var answer = await Client.GetAsync($"/api/oauth2/auth?client_id={Exact.Keys["client_id"]}&response_type=code&state=s1&redirect_uri={Uri.EscapeDataString(Redirect)}");
        var query = answer.Headers.Location!.Query;
        query.Should().Contain("state=s1");
        return query.Split("code=")[1].Split('&')[0];
    }

    public async Task<JsonNode> ConsentAsync() => await JsonOf(await TokenAsync(("grant_type", "authorization_code"), ("code", await CodeAsync()), ("redirect_uri", Redirect)));

    public Task<HttpResponseMessage> RefreshAsync(JsonNode tokens) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", (string)tokens["refresh_token"]!));

    public Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] fields) => Client.PostAsync("/api/oauth2/token", new FormUrlEncodedContent(
        fields.Append(("client_id", Exact.Keys["client_id"])).Append(("client_secret", Exact.Keys["client_secret"])).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    public void Use(JsonNode tokens) => Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : $"/api/v1/{ExactOnlineStandIn.Division}/{path}");

    public async Task<JsonNode> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        return JsonNode.Parse(text)!["d"]!;
    }

    /// <summary>All rows of a list, page by page.</summary>
    public async Task<List<JsonNode>> ReadAllAsync(string path)
    {
        var rows = new List<JsonNode>();
        for (string? next = path; next is not null;)
        {
            var page = await ReadAsync(next);
            rows.AddRange((page is JsonArray bare ? bare : page["results"]!.AsArray()).Select(row => row!));
            next = page is JsonArray ? null : (string?)page["__next"];
        }

        return rows;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, bool prefers = false) => SendAsync(HttpMethod.Post, path, body, prefers);

    public Task<HttpResponseMessage> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body, false);

    public Task<HttpResponseMessage> DeleteAsync(string path) => Client.DeleteAsync($"/api/v1/{ExactOnlineStandIn.Division}/{path}");

    /// <summary>Creates a record and gives its key.</summary>
    public async Task<string> CreateAsync(string path, string body, string key = "ID")
    {
        var answer = await PostAsync(path, body);
        var node = await JsonOf(answer);
        ((int)answer.StatusCode).Should().Be(201, node.ToJsonString());
        return (string)node["d"]![key]!;
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().StartWith("{");
        return JsonNode.Parse(text)!;
    }

    public static async Task<string> ErrorOf(HttpResponseMessage answer) => (string)(await JsonOf(answer))["error"]!["message"]!["value"]!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Exact.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, bool prefers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{ExactOnlineStandIn.Division}/{path}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (prefers)
        {
            request.Headers.Add("Prefer", "return=representation");
        }

        return await Client.SendAsync(request);
    }
}
