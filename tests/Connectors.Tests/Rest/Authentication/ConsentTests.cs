using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Authentication.Consent;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>The walk of a person through the consent.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ConsentTests
{
    [Test]
    public async Task A_consent_ends_with_tokens_that_work()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        using var browser = new HttpClient();
        Uri? asked = null;
        string? said = null;
        Task? clicking = null;

        await Walk(bed).WalkAsync(Show, CancellationToken.None);
        await clicking!;
        await using var response = await bed.GetAsync();

        response.Status.Should().Be(200);
        said.Should().StartWith("Thank you.");
        var call = vendor.TokenCalls.Single();
        (call.Field("grant_type"), call.Field("code"), call.Field("redirect_uri")).Should().Be(("authorization_code", "the code", Parameter(asked!, "redirect_uri")));
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(call.Field("code_verifier")!))).Should().Be(Parameter(asked!, "code_challenge"));

        Task Show(Uri address)
        {
            asked = address;
            clicking = ClickAsync(address);
            return Task.CompletedTask;
        }

        async Task ClickAsync(Uri address)
        {
            var redirect = Parameter(address, "redirect_uri");
            (await browser.GetAsync(new Uri($"{redirect}?code=forged&state=guessed"))).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
            (await browser.GetAsync(new Uri($"{redirect}favicon.ico"))).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
            said = await browser.GetStringAsync(new Uri($"{redirect}?code=the+code&state={Parameter(address, "state")}"));
        }
    }

    [Test]
    public async Task The_address_to_consent_at_holds_all_that_the_system_asks_for_and_no_secret()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(options => options with { Scope = "a b", AuthorizeParameters = [new("force_login", "0")] }, isConnected: false);

        var address = Walk(bed).BeginAtRedirectAddress().Address;

        QueryHelpers.ParseQuery(address.Query).Keys.Should().Equal(
            "response_type", "client_id", "redirect_uri", "state", "scope", "code_challenge", "code_challenge_method", "force_login");
        (Parameter(address, "response_type"), Parameter(address, "client_id"), Parameter(address, "scope"), Parameter(address, "code_challenge_method"))
            .Should().Be(("code", "client", "a b", "S256"));
        address.AbsoluteUri.Should().StartWith(new Uri(vendor.Service.Address, "/auth?").AbsoluteUri).And.NotContain("client-secret");
    }

    [Test]
    public async Task No_two_requests_are_alike()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        var walk = Walk(bed);

        var (one, other) = (walk.BeginAtRedirectAddress(), walk.BeginAtRedirectAddress());

        one.State.Should().NotBe(other.State).And.HaveLength(43);
        one.Verifier.Should().NotBe(other.Verifier).And.HaveLength(43);
    }

    [Test]
    public async Task Without_pkce_there_is_no_challenge()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(options => options with { UsesPkce = false }, isConnected: false);

        Parameter(Walk(bed).BeginAtRedirectAddress().Address, "code_challenge").Should().BeNull();
    }

    [Test]
    public async Task A_consent_ends_the_state_of_consent_needed()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        new TokenStore("shop", vendor.Options, bed.Kept).Write(new Token("", null, default, default) { ConsentNeeded = "why" });
        var walk = Walk(bed);
        var request = walk.BeginAtRedirectAddress();

        await walk.CompleteAsync(request, Answer(request, "code=c"), CancellationToken.None);

        await using var response = await bed.GetAsync();
        response.Status.Should().Be(200);
    }

    [TestCase("error=access_denied&error_description=The+user+said+no", "shop: the consent was not given: The user said no")]
    [TestCase("error=access_denied", "shop: the consent was not given: access_denied")]
    [TestCase("", "shop: the address holds no code")]
    public async Task A_consent_that_is_not_given_is_told(string query, string message)
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        var walk = Walk(bed);
        var request = walk.BeginAtRedirectAddress();
        var complete = () => walk.CompleteAsync(request, Answer(request, query), CancellationToken.None);

        var refused = (await complete.Should().ThrowAsync<SystemRefusedException>()).Which;
        (refused.Message, refused.Cure).Should().Be((message, "Begin anew with: sesamtalk connect shop"));
        vendor.Service.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task An_address_with_another_state_is_not_taken()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        var walk = Walk(bed);
        var (request, other) = (walk.BeginAtRedirectAddress(), walk.BeginAtRedirectAddress());
        var complete = () => walk.CompleteAsync(request, Answer(other, "code=c"), CancellationToken.None);

        await complete.Should().ThrowAsync<SystemRefusedException>();
        vendor.Service.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_code_that_is_not_taken_is_told_in_the_systems_words_and_keeps_nothing()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(400, """{"error":"invalid_grant","error_description":"The code 12345 was used"}"""));
        using var bed = vendor.Connect(isConnected: false);
        var walk = Walk(bed);
        var request = walk.BeginAtRedirectAddress();
        var complete = () => walk.CompleteAsync(request, Answer(request, "code=12345"), CancellationToken.None);

        (await complete.Should().ThrowAsync<SystemRefusedException>()).WithMessage("shop: no token was given for the consent: The code (secret) was used");
        new TokenStore("shop", vendor.Options, bed.Kept).Read().Should().BeNull();
    }

    [Test]
    public async Task Waiting_for_the_person_can_be_ended()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        using var stop = new CancellationTokenSource();
        var walk = () => Walk(bed).WalkAsync(_ => stop.CancelAsync(), stop.Token);

        await walk.Should().ThrowAsync<OperationCanceledException>();
    }

    [TestCase("http://localhost:8123/", true)]
    [TestCase("http://127.0.0.1:0/", true)]
    [TestCase("https://example.com/callback", false)]
    public async Task Only_a_redirect_to_this_machine_is_listened_for(string redirect, bool listens)
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(options => options with { RedirectAddress = new Uri(redirect) }, isConnected: false);

        Walk(bed).Listens.Should().Be(listens);
    }

    [Test]
    public void Other_authentications_need_no_consent()
    {
        using var bed = new Bed(new Uri("https://example.com/"));
        using var randomness = RandomNumberGenerator.Create();

        bed.Transport.Consent(randomness).Should().BeNull();
    }

    private static ConsentWalk Walk(Bed bed) => bed.Transport.Consent(RandomNumberGenerator.Create())!;

    private static Uri Answer(ConsentRequest request, string query) => new($"{request.RedirectAddress}?state={request.State}&{query}");

    private static string? Parameter(Uri address, string name) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
