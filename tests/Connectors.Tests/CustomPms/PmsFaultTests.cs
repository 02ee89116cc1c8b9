using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.CustomPms;

public sealed class PmsFaultTests() : FaultSuite("Customer", "notes")
{
    [Test]
    public async Task A_key_that_the_service_does_not_know_is_refused_once()
    {
        await using var world = await Worlds.PmsAsync(("api_key", "of yesterday"));

        (await FluentActions.Awaiting(() => world.CompleteAsync(world.Request("Customer"))).Should().ThrowAsync<SystemRefusedException>()).WithMessage("*X-Api-Key*");
        world.Log.Calls.Should().ContainSingle();
    }

    private protected override Task<VendorWorld> StartAsync() => Worlds.PmsAsync();

    private protected override Task<WriteOutcome> CreateAsync() => World.CreateAsync("Customer", "new-1", ("name", Value.Text("New customer")));
}
