using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Sandbox.Tests.Faults;

/// <summary>Any of the stand-ins, with a client that it lets in and what is alike in all of them: customers can be listed and made.</summary>
internal sealed class Door : IAsyncDisposable
{
    private const string Redirect = "http://127.0.0.1/consent", Verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one", Challenge = "3Z3igr8IT-tCWvJNQu8LFsoes_WJz0jn3GN_VsV9wIw";

    private readonly TemporaryFolder _folder;
    private readonly StandIns _all;

    private Door(string system, FakeClock clock, TemporaryFolder folder, StandIns all)
    {
        (_folder, _all, Clock) = (folder, all, clock);
        StandIn = all.All[0];
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = StandIn.Address };
        (Customers, Table, Name, Number) = system switch
        {
            "exact-online" => ("/api/v1/100100/crm/Accounts", "Accounts", "Name", "ChamberOfCommerce"),
            "poweroffice-go" => ("/v2/Customers", "Customers", "Name", "OrganizationNumber"),
            "crmoffice" => ("/companies", "Companies", "name", "orgNr"),
            _ => ("/api/customers", "customer", "name", "orgNumber"),
        };
    }

    public StandIn StandIn { get; }

    public FakeClock Clock { get; }

    public HttpClient Client { get; }

    /// <summary>Where customers are listed and made.</summary>
    public string Customers { get; }

    /// <summary>The table that holds them.</summary>
    public string Table { get; }

    /// <summary>The column of their name.</summary>
    public string Name { get; }

    /// <summary>The column of the number that the state gave them.</summary>
    public string Number { get; }

    public static async Task<Door> OpenAsync(string system)
    {
        var (folder, clock) = (new TemporaryFolder(), new FakeClock(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero)));
        var all = await StandIns.StartAsync([KeyValuePair.Create(system, new StandInSettings(folder.Path, clock))]);
        var door = new Door(system, clock, folder, all);
        await door.EnterAsync(system);
        return door;
    }

    public Task<HttpResponseMessage> ListAsync() => Client.GetAsync(StandIn.System == "exact-online" ? Customers + "?$top=60" : Customers);

    public Task<HttpResponseMessage> CreateAsync() =>
        Client.PostAsync(Customers, new StringContent($$"""{"{{Name}}":"Ny AS"}""", Encoding.UTF8, "application/json"));

    public string? Made() => StandIn.Look($"SELECT count(*) FROM {Table} WHERE {Name} = 'Ny AS'")[0][0];

    public Task<HttpResponseMessage> AskForAsync(string fault) => Client.PostAsync("/sandbox/faults", new StringContent(fault));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _all.DisposeAsync();
        _folder.Dispose();
    }

    private async Task EnterAsync(string system)
    {
        switch (system)
        {
            case "exact-online":
                await ConsentAsync("/api/oauth2/auth?", "/api/oauth2/token");
                break;
            case "crmoffice":
                await ConsentAsync($"/connect/authorize?scope=crmoffice&code_challenge_method=S256&code_challenge={Challenge}&", "/connect/token");
                break;
            case "poweroffice-go":
                Client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", StandIn.Keys["subscription_key"]);
                var keys = Encoding.UTF8.GetBytes($"{StandIn.Keys["application_key"]}:{StandIn.Keys["client_key"]}");
                Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(keys));
                await UseAsync("/OAuth/Token", [("grant_type", "client_credentials")]);
                break;
            default:
                Client.DefaultRequestHeaders.Add("X-Api-Key", StandIn.Keys["api_key"]);
                break;
        }
    }

    private async Task ConsentAsync(string consent, string token)
    {
        var (id, secret) = (StandIn.Keys["client_id"], StandIn.Keys["client_secret"]);
        var answer = await Client.GetAsync($"{consent}client_id={id}&response_type=code&redirect_uri={Uri.EscapeDataString(Redirect)}");
        var code = answer.Headers.Location!.Query.Split("code=")[1].Split('&')[0];
        await UseAsync(token, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier), ("client_id", id), ("client_secret", secret)]);
    }

    private async Task UseAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        var answer = await Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        var tokens = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
    }
}
