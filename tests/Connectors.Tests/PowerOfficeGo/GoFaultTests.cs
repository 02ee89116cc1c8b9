using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.PowerOfficeGo;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.PowerOfficeGo;

public sealed class GoFaultTests() : FaultSuite("Products", "Description")
{
    [Test]
    public async Task A_token_that_was_revoked_is_renewed()
    {
        await CompleteAsync();
        ((PowerOfficeGoStandIn)World.StandIn).RevokeTokens();

        (await CompleteAsync()).Should().NotBeEmpty();

        World.Log.Calls.Count(call => call.Path == "/OAuth/Token").Should().Be(2);
    }

    [Test]
    public async Task A_token_serves_until_shortly_before_its_end()
    {
        await CompleteAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(15));
        await CompleteAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(10));
        await CompleteAsync();

        World.Log.Calls.Count(call => call.Path == "/OAuth/Token").Should().Be(2);
        World.Log.Calls.Should().OnlyContain(call => call.Status == 200);
    }

    [Test]
    public async Task The_demo_environment_has_addresses_of_its_own()
    {
        await using var world = await Worlds.GoAsync(("environment", "/Demo"));

        await world.KeysAsync("Products");

        world.Log.Calls.Should().OnlyContain(call => call.Status == 200 && call.Path.StartsWith("/Demo/", StringComparison.Ordinal));
    }

    private protected override Task<VendorWorld> StartAsync() => Worlds.GoAsync();

    private protected override Task<WriteOutcome> CreateAsync() => World.CreateAsync("Products", ("Name", Value.Text("New product")), ("Code", Value.Text("NEW-1")));
}
