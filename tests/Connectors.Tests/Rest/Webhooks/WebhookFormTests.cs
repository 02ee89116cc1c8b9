using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Webhooks;

namespace SesamTalk.Connectors.Tests.Rest.Webhooks;

[Parallelizable(ParallelScope.All)]
internal sealed class WebhookFormTests
{
    private const string Secret = "a secret of webhooks";

    private static readonly WebhookForm InBody = new(Secret) { Content = "Content", At = "HashCode" };
    private static readonly WebhookForm InHeader = new(Secret) { Header = "X-Signature", Prefix = "sha256=" };

    [TestCase("""{"Topic":"Accounts","Key":"1"}""")]
    [TestCase("""{ "Topic" : "Accounts",  "Key":"\u00e5/\/" }""")]
    [TestCase("\"text\"")]
    public void The_content_is_signed_as_it_was_received(string content) =>
        IsGenuine(InBody, $$"""{"Content":{{content}},"HashCode":"{{Hex(content)}}"}""").Should().BeTrue();

    [Test]
    public void The_order_of_the_members_and_the_case_of_the_digits_mean_nothing() =>
        IsGenuine(InBody, $$"""{ "HashCode" : "{{Hex("[1]").ToLowerInvariant()}}" , "More": {"Content": 2}, "Content" : [1] }""").Should().BeTrue();

    [Test]
    public void A_content_that_is_written_otherwise_is_no_longer_the_signed_one() =>
        IsGenuine(InBody, $$"""{"Content":{ "a":1},"HashCode":"{{Hex("{\"a\":1}")}}"}""").Should().BeFalse();

    [Test]
    public void Another_secret_makes_another_signature() =>
        IsGenuine(InBody with { Secret = "another" }, $$"""{"Content":1,"HashCode":"{{Hex("1")}}"}""").Should().BeFalse();

    [TestCase("")]
    [TestCase("no JSON")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"Content":1}""")]
    [TestCase("""{"HashCode":"00"}""")]
    [TestCase("""{"Content":1,"HashCode":""}""")]
    [TestCase("""{"Content":1,"HashCode":7}""")]
    [TestCase("""{"Content":1,"HashCode":"\ud800"}""")]
    [TestCase("""{"Content":{"a":""")]
    public void What_is_not_signed_is_not_genuine(string body) => IsGenuine(InBody, body).Should().BeFalse();

    [Test]
    public void Nesting_without_end_is_not_followed() =>
        IsGenuine(InBody, $$"""{"Content":{{new string('[', 20_000)}}""").Should().BeFalse();

    [TestCase("sha256=", true)]
    [TestCase("", false)]
    [TestCase("sha1=", false)]
    public void A_signature_in_a_header_is_of_the_whole_body(string prefix, bool isRight) =>
        IsGenuine(InHeader, """{"a":1}""", prefix + Hex("""{"a":1}""")).Should().Be(isRight);

    [Test]
    public void A_header_that_is_missing_makes_no_call_genuine() => IsGenuine(InHeader, """{"a":1}""").Should().BeFalse();

    [Test]
    public void A_signature_may_be_written_in_base_64() =>
        IsGenuine(InHeader with { Prefix = "", Form = SignatureForm.Base64 }, "{}", Convert.ToBase64String(Signature("{}"))).Should().BeTrue();

    [Test]
    public void The_secret_is_not_shown() => InBody.ToString().Should().NotContain(Secret);

    private static bool IsGenuine(WebhookForm form, string body, string? header = null) =>
        form.IsGenuine(Encoding.UTF8.GetBytes(body), name => name == "X-Signature" ? header : null);

    private static string Hex(string signed) => Convert.ToHexString(Signature(signed));

    private static byte[] Signature(string signed) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed));
}
