using SesamTalk.Connectors.Definitions;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Rest.Webhooks;

[Parallelizable(ParallelScope.All)]
internal sealed class DefinedWebhookTests
{
    private const string Thing = "version: 1\nentities:\n  Thing:\n    key: { property: id, given_by: system }\n    properties:\n      id: { type: string, access: never }";

    [Test]
    public void Without_their_secret_webhooks_are_not_listened_to()
    {
        Webhooks("secret: \"${setting:secret}\", signature: { at: Sign }").HasWebhooks.Should().BeFalse();
        Webhooks("secret: known, signature: { at: Sign }").HasWebhooks.Should().BeTrue();
    }

    [TestCase("{}")]
    [TestCase("{ at: Sign, header: X-Sign }")]
    public void A_signature_is_in_the_body_or_in_a_header(string signature) =>
        Read($"secret: known, signature: {signature}").Faults.Should().ContainSingle().Which.Should().Contain("it is not clear where the signature is");

    private static IKnowsWebhooks Webhooks(string said)
    {
        var defined = Read(said);
        defined.Faults.Should().BeEmpty();
        return (IKnowsWebhooks)defined.Definition!;
    }

    private static DefinedSystem Read(string said) => DefinedSystem.Read(
        $"version: 1\nsettings: {{ secret: {{ meaning: The secret., secret: true, optional: true }} }}\nbase: https://api.example.com/v2\n"
        + $"webhooks: {{ {said} }}\nentities:\n  Thing: {{ path: things, read: {{}} }}",
        Thing);
}
