using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Rest.Definitions;

/// <summary>Addresses that are put together of a setting and a path.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AddressTests
{
    [TestCase("https://api.example.com")]
    [TestCase("https://api.example.com/")]
    public void A_setting_may_end_with_a_slash_or_without(string address)
    {
        var defined = DefinedSystem.Read(
            """
            version: 1
            settings: { address: { meaning: Where it is. } }
            base: ${setting:address}/v2
            authentication:
              kind: authorization_code
              authorize: ${setting:address}/connect/authorize
              token_address: ${setting:address}/connect/token
              client_id: us
            entities: { Thing: { read: { path: things } } }
            """,
            "version: 1\nentities:\n  Thing:\n    key: { property: id, given_by: system }\n    properties:\n      id: { type: string, access: never }",
            ("address", address));
        defined.Faults.Should().BeEmpty();

        var options = ((RestDefinition)defined.Definition!).Transport;

        options.BaseAddress.Should().Be(new Uri("https://api.example.com/v2"));
        var authentication = options.Authentication.Should().BeOfType<AuthorizationCodeAuthentication>().Subject;
        authentication.AuthorizeAddress.AbsoluteUri.Should().Be("https://api.example.com/connect/authorize");
        authentication.TokenAddress.AbsoluteUri.Should().Be("https://api.example.com/connect/token");
    }
}
