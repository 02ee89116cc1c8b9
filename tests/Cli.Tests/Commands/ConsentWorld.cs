using SesamTalk.Cli.Tests.Program;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>A workspace with a system that asks for a consent: the stand-in of Exact Online, whose page consents at once.</summary>
internal sealed class ConsentWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly SmallWorkspace _workspace = new();
    private readonly FakeClock _clock = new();
    private ExactOnlineStandIn _exact = null!;

    /// <summary>The files of tokens.</summary>
    public IReadOnlyList<string> Tokens =>
        Directory.Exists(_workspace.PathOf(".sesamtalk/kept")) ? Directory.GetFiles(_workspace.PathOf(".sesamtalk/kept"), "token-*.json") : [];

    public static async Task<ConsentWorld> StartAsync(string redirect = "http://127.0.0.1:0/")
    {
        var world = new ConsentWorld();
        world._exact = await ExactOnlineStandIn.StartAsync(new ExactSettings(new StandInSettings(world._data.Path, world._clock)));
        var systems = File.ReadAllText(world._workspace.PathOf("systems.yaml")).TrimEnd();
        world._workspace.Write("systems.yaml", systems + $$"""


              exact:
                names: [Exact]
                rank: 5
                connector: rest
                definition: exact.connector.yaml
                settings: { id: "{{world._exact.Keys["client_id"]}}", secret: "${env:EXACT_SECRET}" }
                entities: crm.entities.yaml

            """);
        world.Authenticate($$"""
              kind: authorization_code
              authorize: {{world._exact.Address}}api/oauth2/auth
              token_address: {{world._exact.Address}}api/oauth2/token
              client_id: "${setting:id}"
              client_secret: "${setting:secret}"
              redirect: "{{redirect}}"
              earliest_renewal: 570s
            """);
        return world;
    }

    /// <summary>The refresh tokens that the stand-in has given, the newest last.</summary>
    public IReadOnlyList<string> TokensGiven() => [.. _exact.Look("SELECT refresh_token FROM Tokens ORDER BY issued_at, state = 'live'").Select(row => row[0]!)];

    /// <summary>A flow works on the system, so that it is looked at.</summary>
    public void AddFlow() => _workspace.Write("exact-people.flow.yaml", SmallWorkspace.PeopleFlow
        .Replace("flow: people", "flow: exact-people", StringComparison.Ordinal)
        .Replace("system: crm", "system: exact", StringComparison.Ordinal)
        .Replace("create: both", "create: never", StringComparison.Ordinal));

    /// <summary>Its tokens are ended, as somebody does who takes the consent back; they are not renewed before their time.</summary>
    public void TakeBackConsent() => _exact.RevokeTokens();

    /// <summary>Time passes at the stand-in, until it gives a new token for the old one.</summary>
    public void LetTokenEnd() => _clock.Advance(TimeSpan.FromSeconds(580));

    /// <summary>The program in a process of its own; by its clock, tokens of the test's time have long ended.</summary>
    public RealProgram StartProgram(params string[] arguments) =>
        RealProgram.StartWith(new Dictionary<string, string> { ["EXACT_SECRET"] = _exact.Keys["client_secret"] }, _workspace.Folder, arguments);

    /// <summary>It takes a fixed key instead.</summary>
    public void IsReachedWithAKey() => Authenticate("  { kind: api_key, name: X-Key, key: \"${setting:id}${setting:secret}\" }");

    public TestProgram Program(Person? person = null, FakeClock? clock = null) => new(_workspace.Folder)
    {
        Person = person,
        Clock = clock ?? new FakeClock { WaitsPassAtOnce = false },
        Environment = { ["EXACT_SECRET"] = _exact.Keys["client_secret"] },
    };

    public async ValueTask DisposeAsync()
    {
        await _exact.DisposeAsync();
        _workspace.Dispose();
        _data.Dispose();
    }

    private void Authenticate(string authentication) => _workspace.Write("exact.connector.yaml", $$"""
        version: 1
        settings:
          id: { meaning: The client. }
          secret: { meaning: Its secret., secret: true }
        base: {{_exact.Address}}
        authentication:
        {{authentication}}
        entities:
          Person: { path: api/v1/current/people, read: {} }

        """);
}
