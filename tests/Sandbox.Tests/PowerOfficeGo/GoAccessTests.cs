using System.Net;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

[Parallelizable(ParallelScope.All)]
public sealed class GoAccessTests
{
    [Test]
    [Checklist("go-1")]
    [Checklist("go-3")]
    [Checklist("go-5")]
    [Checklist("all-11")]
    public async Task A_token_tells_a_life_that_can_be_set_and_dies_then()
    {
        await using var world = await GoWorld.StartAsync(settings => settings with { TokenLife = 600 });

        ((int)(await GoWorld.JsonOf(await world.TokenAsync()))["expires_in"]!).Should().Be(600);
        (await world.GetAsync("Customers?PageSize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
        world.Clock.Advance(TimeSpan.FromSeconds(600));
        var late = await world.GetAsync("Customers?PageSize=1");

        late.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await late.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    [Checklist("go-4")]
    public async Task Wrong_keys_are_an_invalid_client()
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.TokenAsync("wrong");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var body = await GoWorld.JsonOf(answer);
        ((string)body["error"]!).Should().Be("invalid_client");
        ((string)body["error_description"]!).Should().Contain("environment");
    }

    [Test]
    [Checklist("go-2")]
    public async Task The_subscription_key_is_asked_for_everywhere()
    {
        await using var world = await GoWorld.StartAsync();
        world.Client.DefaultRequestHeaders.Remove("Ocp-Apim-Subscription-Key");

        (await world.GetAsync("Customers")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await world.TokenAsync()).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    [Checklist("go-7")]
    [Checklist("all-11")]
    public async Task The_eleventh_call_of_a_second_is_429_with_its_status_as_text()
    {
        await using var world = await GoWorld.StartAsync();
        for (var call = 0; call < 10; call++)
        {
            (await world.GetAsync("Customers?PageSize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var answer = await world.GetAsync("Customers?PageSize=1");

        ((int)answer.StatusCode).Should().Be(429);
        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"statusCode":"429","message":"Rate limit is exceeded. Try again in 1 seconds."}""");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await world.GetAsync("Customers?PageSize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("go-5")]
    [Checklist("go-6")]
    public async Task A_privilege_that_is_missing_is_a_403_and_is_told()
    {
        await using var world = await GoWorld.StartAsync(settings => settings with { MissingPrivileges = ["Customer_Full"] });

        var refused = await world.PostAsync("Customers", """{"Name":"x"}""");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await world.GetAsync("Customers?PageSize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
        var information = await world.ReadAsync("ClientIntegrationInformation");
        information["InvalidPrivileges"]!.AsArray().Select(one => (string)one!).Should().Equal("Customer_Full");
        information["ValidPrivileges"]!.AsArray().Select(one => (string)one!).Should().Contain(["Customer", "SalesOrders_Full"]);
    }

    [Test]
    [Checklist("go-8")]
    public async Task Letter_case_in_a_path_does_not_matter_and_demo_has_paths_of_its_own()
    {
        await using var world = await GoWorld.StartAsync();

        (await world.GetAsync("customers?pagesize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.Client.GetAsync("/Demo/v2/Customers?PageSize=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("all-10")]
    public async Task Revoked_tokens_open_nothing()
    {
        await using var world = await GoWorld.StartAsync();

        world.Go.RevokeTokens();

        (await world.GetAsync("Customers")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }
}
