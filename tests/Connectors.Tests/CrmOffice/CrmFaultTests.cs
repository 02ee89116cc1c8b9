using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.CrmOffice;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.CrmOffice;

public sealed class CrmFaultTests() : FaultSuite("Contacts", "title")
{
    [Test]
    public async Task A_person_is_asked_to_consent_again_when_the_connection_was_revoked()
    {
        await CompleteAsync();
        ((CrmOfficeStandIn)World.StandIn).RevokeTokens();

        var refused = await FluentActions.Awaiting(CompleteAsync).Should().ThrowAsync<SystemRefusedException>();
        refused.Which.Cure.Should().Contain("sesamtalk connect crmoffice");

        await using var again = await Worlds.CrmAsync();
        (await again.CompleteAsync(again.Request("Contacts"))).Records.Should().NotBeEmpty();
    }

    [Test]
    public async Task Without_consent_nothing_is_asked_of_the_system()
    {
        await using var world = await Worlds.CrmWithoutConsentAsync();

        var read = () => world.CompleteAsync(world.Request("Contacts"));

        await read.Should().ThrowAsync<SystemRefusedException>();
        world.Log.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task The_token_is_renewed_within_the_hour_by_its_refresh_token()
    {
        await CompleteAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(61));

        (await CompleteAsync()).Should().NotBeEmpty();

        World.Log.Calls.Should().ContainSingle(call => call.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal));
        World.Log.Calls.Should().NotContain(call => call.Status == 401);
    }

    private protected override Task<VendorWorld> StartAsync() => Worlds.CrmAsync();

    private protected override Task<WriteOutcome> CreateAsync() => World.CreateAsync("Contacts", ("givenName", Value.Text("New")), ("familyName", Value.Text("Contact")));
}
