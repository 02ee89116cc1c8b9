using System.Globalization;
using System.Net;
using SesamTalk.Sandbox.ExactOnline;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class LimitTests
{
    private const string Cheap = "crm/Contacts?$top=1&$select=ID";

    [Test]
    [Checklist("exact-42")]
    public async Task Each_answer_tells_what_is_left_of_the_minute_and_of_the_day()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.GetAsync(Cheap);

        Header(answer, "X-RateLimit-Minutely-Limit").Should().Be(60);
        Header(answer, "X-RateLimit-Minutely-Remaining").Should().Be(59);
        Header(answer, "X-RateLimit-Minutely-Reset").Should().Be(new DateTimeOffset(2026, 6, 1, 8, 1, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
        Header(answer, "X-RateLimit-Limit").Should().Be(5000);
        Header(answer, "X-RateLimit-Remaining").Should().Be(4999);
        Header(answer, "X-RateLimit-Reset").Should().Be(new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
    }

    [Test]
    [Checklist("exact-42")]
    public async Task Each_division_has_limits_of_its_own()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { CallsAMinute = 1 });
        var other = world.Exact.Look($"SELECT Code FROM Divisions WHERE Code <> {ExactOnlineStandIn.Division} LIMIT 1")[0][0];
        await world.GetAsync(Cheap);

        (await world.Client.GetAsync($"/api/v1/{other}/{Cheap}")).StatusCode.Should().Be(HttpStatusCode.OK);
        ((int)(await world.GetAsync(Cheap)).StatusCode).Should().Be(429);
    }

    [Test]
    [Checklist("exact-7")]
    public async Task A_call_without_a_token_is_not_admitted()
    {
        await using var world = await ExactWorld.StartAsync(consents: false);

        var answer = await world.GetAsync(Cheap);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await ExactWorld.ErrorOf(answer)).Should().NotBeEmpty();
    }

    [Test]
    [Checklist("exact-43")]
    [Checklist("all-11")]
    public async Task A_full_minute_is_429_with_the_headers_of_the_minute_alone_and_the_next_minute_is_open()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { CallsAMinute = 2 });
        await world.GetAsync(Cheap);
        await world.GetAsync(Cheap);

        var answer = await world.GetAsync(Cheap);

        ((int)answer.StatusCode).Should().Be(429);
        answer.Headers.Contains("X-RateLimit-Minutely-Remaining").Should().BeTrue();
        answer.Headers.Contains("X-RateLimit-Remaining").Should().BeFalse();
        answer.Headers.RetryAfter.Should().BeNull();
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await world.GetAsync(Cheap)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("exact-44")]
    public async Task A_full_day_is_429()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { CallsADay = 1 });
        await world.GetAsync(Cheap);

        var answer = await world.GetAsync(Cheap);

        ((int)answer.StatusCode).Should().Be(429);
        Header(answer, "X-RateLimit-Remaining").Should().Be(0);
    }

    [Test]
    [Checklist("exact-45")]
    public async Task An_endpoint_that_was_asked_wrongly_too_often_is_closed_for_an_hour()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { ErrorsAnHour = 3 });
        for (var call = 0; call < 4; call++)
        {
            (await world.GetAsync("crm/Accounts?$select=Nobody")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }

        ((int)(await world.GetAsync("crm/Accounts?$top=1")).StatusCode).Should().Be(429);
        (await world.GetAsync(Cheap)).StatusCode.Should().Be(HttpStatusCode.OK);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        world.Use(await world.ConsentAsync());
        (await world.GetAsync("crm/Accounts?$top=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("exact-7")]
    public async Task A_division_that_is_not_ours_is_forbidden()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.Client.GetAsync("/api/v1/42/crm/Accounts?$top=1");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"error":{"code":"","message":{"lang":"","value":"Forbidden"}}}""");
    }

    [Test]
    public async Task Calls_are_counted_and_limits_can_be_off()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { CallsAMinute = 1, General = settings.General with { LimitsCalls = false } });
        var before = world.Exact.Calls;

        await world.GetAsync(Cheap);
        var answer = await world.GetAsync(Cheap);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        world.Exact.Calls.Should().Be(before + 2);
    }

    private static long Header(HttpResponseMessage answer, string name) => long.Parse(answer.Headers.GetValues(name).Single(), CultureInfo.InvariantCulture);
}
