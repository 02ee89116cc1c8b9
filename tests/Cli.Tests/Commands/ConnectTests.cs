using System.Net;
using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed partial class ConnectTests
{
    private const string Elsewhere = "https://example.com/consented";

    private static readonly HttpClient Browser = new();

    [Test]
    public async Task A_consent_is_walked_through_and_its_tokens_are_kept_for_their_owner_alone()
    {
        await using var world = await ConsentWorld.StartAsync();
        var person = new Person(address => Browser.GetStringAsync(address));

        var result = await world.Program(person).RunAsync("connect", "exact");

        GoldenFile.Compare("cli/connect/connected.txt", Shown(result.All));
        result.Code.Should().Be(ExitCode.Done);
        (await person.Browsing).Should().StartWith("Thank you.");
        var token = world.Tokens.Should().ContainSingle().Which;
        File.ReadAllText(token).Should().Contain("\"access\":");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(token).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task Where_the_consent_was_taken_back_doctor_tells_so_once_with_what_to_do()
    {
        await using var world = await ConsentWorld.StartAsync();
        world.AddFlow();
        await world.Program(new Person(address => Browser.GetStringAsync(address))).RunAsync("connect", "exact");
        world.TakeBackConsent();

        var result = await world.Program().RunAsync("doctor", "exact");

        GoldenFile.Compare("cli/doctor/taken-back.txt", Shown(result.All));
        result.Code.Should().Be(ExitCode.Unreachable);
    }

    [Test]
    public async Task Where_the_consent_was_taken_back_a_run_tells_that_a_new_one_helps_at_once()
    {
        await using var world = await ConsentWorld.StartAsync();
        world.AddFlow();
        await world.Program(new Person(address => Browser.GetStringAsync(address))).RunAsync("connect", "exact");
        world.TakeBackConsent();

        var clock = new FakeClock { WaitsPassAtOnce = false };
        var run = world.Program(clock: clock).RunAsync("run");
        await clock.IsWaitedForAsync(TimeSpan.FromSeconds(570));
        clock.Advance(TimeSpan.FromSeconds(570));
        var result = await run;

        result.Error.Should().Contain("exact no longer takes the token that it gave, and gives no new one before 2026-01-05 08:09:30Z: next call in 570 s, or consent anew with: sesamtalk connect exact");
        result.Output.Should().Contain("exact: exact wants a new consent").And.Contain("Consent to the connection with: sesamtalk connect exact");
        result.Code.Should().Be(ExitCode.Unreachable);
    }

    [Test]
    public async Task Programs_get_a_document()
    {
        await using var world = await ConsentWorld.StartAsync();

        var result = await world.Program(new Person(address => Browser.GetStringAsync(address))).RunAsync("connect", "exact", "--format", "json");

        GoldenFile.Compare("cli/connect/connected.json", result.Output);
    }

    [Test]
    public async Task Where_the_browser_is_sent_elsewhere_its_address_is_asked_for()
    {
        await using var world = await ConsentWorld.StartAsync(Elsewhere);
        using var still = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        var result = await world.Program(new Person(async address => (await still.GetAsync(address)).Headers.Location!.AbsoluteUri)).RunAsync("connect", "exact");

        GoldenFile.Compare("cli/connect/elsewhere.txt", Shown(result.All));
        world.Tokens.Should().ContainSingle();
    }

    [TestCase("other-state.txt", Elsewhere + "?code=c&state=guessed")]
    [TestCase("no-address.txt", "")]
    [TestCase("odd-address.txt", "what?")]
    public async Task An_address_that_is_no_answer_is_not_taken(string golden, string typed)
    {
        await using var world = await ConsentWorld.StartAsync(Elsewhere);

        var result = await world.Program(new Person(_ => Task.FromResult(typed))).RunAsync("connect", "exact");

        GoldenFile.Compare($"cli/connect/{golden}", Shown(result.All));
        world.Tokens.Should().BeEmpty();
    }

    [Test]
    public async Task A_consent_that_is_refused_is_told_in_the_systems_words()
    {
        await using var world = await ConsentWorld.StartAsync();
        var person = new Person(address => Browser.GetStringAsync(Answer(address, $"error=access_denied&error_description=The+user+said+no&state={Parameter(address, "state")}")));

        var result = await world.Program(person).RunAsync("connect", "exact");

        GoldenFile.Compare("cli/connect/refused.txt", Shown(result.All));
        result.Code.Should().Be(ExitCode.Unreachable);
        world.Tokens.Should().BeEmpty();
    }

    [Test]
    public async Task What_carries_another_state_is_nobodys_answer_and_the_wait_ends_after_ten_minutes()
    {
        await using var world = await ConsentWorld.StartAsync();
        var clock = new FakeClock { WaitsPassAtOnce = false };
        HttpStatusCode? status = null;
        var person = new Person(async address =>
        {
            status = (await Browser.GetAsync(Answer(address, "code=forged&state=guessed"))).StatusCode;
            clock.Advance(TimeSpan.FromMinutes(10));
            return string.Empty;
        });

        var result = await world.Program(person, clock).RunAsync("connect", "exact");

        GoldenFile.Compare("cli/connect/time-out.txt", Shown(result.All));
        status.Should().Be(HttpStatusCode.NotFound);
        result.Code.Should().Be(ExitCode.Unreachable);
    }

    [TestCase("unknown.txt", "exat")]
    [TestCase("no-consent.txt", "shop")]
    [TestCase("no-consent.json", "shop", "--format", "json")]
    public async Task Where_there_is_nothing_to_consent_to_that_is_said(string golden, params string[] arguments)
    {
        await using var world = await ConsentWorld.StartAsync();

        var result = await world.Program().RunAsync(["connect", .. arguments]);

        GoldenFile.Compare($"cli/connect/{golden}", result.All);
    }

    [Test]
    public async Task A_service_that_is_reached_with_a_key_asks_for_no_consent()
    {
        await using var world = await ConsentWorld.StartAsync();
        world.IsReachedWithAKey();

        var result = await world.Program().RunAsync("connect", "exact");

        result.All.Should().Contain("exact asks for no consent").And.EndWith("exit code 0\n");
    }

    private static Uri Answer(Uri address, string query) => new($"{Parameter(address, "redirect_uri")}?{query}");

    private static string Parameter(Uri address, string name) =>
        Uri.UnescapeDataString(address.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).Single(part => part[0] == name)[1]);

    // Ports, states and challenges differ from time to time.
    private static string Shown(string text) => Random().Replace(Port().Replace(text, "127.0.0.1$1PORT"), "$1=RANDOM");

    [GeneratedRegex(@"127\.0\.0\.1(:|%3A)\d+")]
    private static partial Regex Port();

    [GeneratedRegex("(state|code_challenge|client_id)=[A-Za-z0-9_-]+")]
    private static partial Regex Random();
}
