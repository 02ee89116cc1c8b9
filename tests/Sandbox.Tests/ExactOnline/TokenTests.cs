using System.Net;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class TokenTests
{
    [Test]
    [Checklist("exact-2")]
    public async Task A_consent_gives_a_pair_whose_life_is_told_as_text()
    {
        await using var world = await ExactWorld.StartAsync();

        var tokens = await world.ConsentAsync();

        ((string)tokens["expires_in"]!).Should().Be("600");
        ((string)tokens["token_type"]!).Should().Be("bearer");
    }

    [Test]
    [Checklist("exact-1")]
    public async Task A_code_works_once()
    {
        await using var world = await ExactWorld.StartAsync();
        var code = await world.CodeAsync();
        await world.TokenAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", ExactWorld.Redirect));

        var again = await world.TokenAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", ExactWorld.Redirect));

        again.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("exact-4")]
    public async Task A_refresh_before_570_seconds_is_refused_with_its_reason()
    {
        await using var world = await ExactWorld.StartAsync();
        var tokens = await world.ConsentAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(569));

        var answer = await world.RefreshAsync(tokens);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("Reason").Single().Should().StartWith("TooEarlyToRefreshTokens");
        var body = await ExactWorld.JsonOf(answer);
        ((string)body["error"]!).Should().Be("access_denied");
        ((string)body["error_description"]!).Should().Be("Rate limit exceeded: access_token not expired");
    }

    [Test]
    [Checklist("exact-3")]
    public async Task A_refresh_after_570_seconds_gives_a_new_pair()
    {
        await using var world = await ExactWorld.StartAsync();
        var tokens = await world.ConsentAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(570));

        var fresh = await ExactWorld.JsonOf(await world.RefreshAsync(tokens));

        ((string)fresh["refresh_token"]!).Should().NotBe((string)tokens["refresh_token"]!);
        world.Use(fresh);
        (await world.GetAsync("crm/Contacts?$top=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("exact-5")]
    public async Task An_old_refresh_token_ends_the_chain()
    {
        await using var world = await ExactWorld.StartAsync();
        var tokens = await world.ConsentAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(575));
        var fresh = await ExactWorld.JsonOf(await world.RefreshAsync(tokens));

        var answer = await world.RefreshAsync(tokens);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var body = await ExactWorld.JsonOf(answer);
        ((string)body["error"]!).Should().Be("unauthorized_client");
        ((string)body["error_description"]!).Should().Be("Old refresh token used.");
        world.Clock.Advance(TimeSpan.FromSeconds(575));
        (await world.RefreshAsync(fresh)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("exact-6")]
    public async Task A_refresh_token_that_was_never_given_is_an_invalid_grant()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", "made up"));

        ((string)(await ExactWorld.JsonOf(answer))["error"]!).Should().Be("invalid_grant");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("exact-6")]
    public async Task A_refresh_token_dies_of_thirty_days_of_idleness()
    {
        await using var world = await ExactWorld.StartAsync();
        var tokens = await world.ConsentAsync();
        world.Clock.Advance(TimeSpan.FromDays(31));

        var answer = await world.RefreshAsync(tokens);

        ((string)(await ExactWorld.JsonOf(answer))["error"]!).Should().Be("invalid_grant");
    }

    [Test]
    [Checklist("exact-2")]
    [Checklist("exact-7")]
    [Checklist("all-11")]
    public async Task An_access_token_lives_600_seconds()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(599));
        (await world.GetAsync("crm/Contacts?$top=1")).StatusCode.Should().Be(HttpStatusCode.OK);

        world.Clock.Advance(TimeSpan.FromSeconds(1));

        (await world.GetAsync("crm/Contacts?$top=1")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }
}
