using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>Tokens for the client itself.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ClientCredentialsTests
{
    [Test]
    public async Task The_client_proves_itself_in_the_form()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = Connect(vendor, options => options with { Scope = "read write", TokenFields = [new("audience", "api")] });

        await (await bed.GetAsync()).DisposeAsync();

        var call = vendor.TokenCalls.Single();
        call.Body.Should().Be("grant_type=client_credentials&scope=read+write&client_id=client&client_secret=client-secret&audience=api");
        call.Header("Authorization").Should().BeNull();
        vendor.ApiCalls.Single().Header("Authorization").Should().Be("Bearer access-1");
    }

    [Test]
    public async Task The_client_proves_itself_in_a_header_and_the_call_has_its_own_headers()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = Connect(vendor, options => options with
        {
            ClientAuthentication = ClientAuthenticationForm.Basic,
            TokenHeaders = [new("Ocp-Apim-Subscription-Key", "product")],
        });

        await (await bed.GetAsync()).DisposeAsync();

        var call = vendor.TokenCalls.Single();
        call.Body.Should().Be("grant_type=client_credentials");
        (call.Header("Authorization"), call.Header("Ocp-Apim-Subscription-Key")).Should().Be(("Basic Y2xpZW50OmNsaWVudC1zZWNyZXQ=", "product"));
    }

    [Test]
    public async Task A_token_is_used_until_shortly_before_its_end_also_by_later_runs()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var first = Connect(vendor);
        using var second = new Bed(vendor.Service.Address, first.Options, sharing: first);
        await (await first.GetAsync()).DisposeAsync();
        first.Clock.Advance(TimeSpan.FromSeconds(569));
        await (await second.GetAsync()).DisposeAsync();
        vendor.TokenCalls.Should().HaveCount(1);

        first.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await second.GetAsync()).DisposeAsync();

        vendor.TokenCalls.Should().HaveCount(2);
        second.Transport.Calls.Should().Be(3, "the call for the token counts");
    }

    [TestCase("1200")]
    [TestCase("\"1200\"")]
    [TestCase("1200.0")]
    public async Task How_long_a_token_lives_may_be_a_number_or_text(string expiresIn)
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Token("access-0", null, expiresIn));
        using var bed = Connect(vendor);
        await (await bed.GetAsync()).DisposeAsync();

        bed.Clock.Advance(TimeSpan.FromSeconds(1169));
        await (await bed.GetAsync()).DisposeAsync();

        vendor.TokenCalls.Should().HaveCount(1);
    }

    [TestCase("null")]
    [TestCase("\"soon\"")]
    [TestCase("-1")]
    public async Task A_token_whose_life_is_not_told_lives_as_the_definition_says(string expiresIn)
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Token("access-0", null, expiresIn));
        using var bed = Connect(vendor, options => options with { DefaultLife = TimeSpan.FromSeconds(100) });
        await (await bed.GetAsync()).DisposeAsync();

        bed.Clock.Advance(TimeSpan.FromSeconds(70));
        await (await bed.GetAsync()).DisposeAsync();

        vendor.TokenCalls.Should().HaveCount(2);
    }

    [Test]
    public async Task A_token_that_is_not_taken_is_renewed_once()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Token("revoked", null, "600"));
        using var bed = Connect(vendor);

        await using var response = await bed.GetAsync();

        response.Status.Should().Be(200);
        vendor.ApiCalls.Select(call => call.Header("Authorization")).Should().Equal("Bearer revoked", "Bearer access-1");
    }

    [Test]
    public async Task Where_the_new_token_is_not_taken_either_the_system_refuses()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Token("revoked", null, "600"), Answers.Token("revoked too", null, "600"));
        using var bed = Connect(vendor);
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Be("Check the credentials of shop in its settings.");
        vendor.ApiCalls.Should().HaveCount(2);
    }

    [Test]
    public async Task A_wrong_client_is_told_in_the_systems_words_without_the_secret()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(400, """{"error":"invalid_client","error_description":"No integration for client-secret"}"""));
        using var bed = Connect(vendor);
        var read = () => bed.GetAsync();

        var refused = (await read.Should().ThrowAsync<SystemRefusedException>()).Which;
        (refused.Message, refused.Cure).Should().Be(("shop gives no token: No integration for (secret)", "Check the credentials of shop in its settings."));
        vendor.ApiCalls.Should().BeEmpty();
    }

    [Test]
    public async Task A_busy_endpoint_is_waited_for_and_a_cut_connection_repeated()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(429, """{"statusCode":"429","message":"Rate limit is exceeded."}"""), Answers.Cut, Answers.Of(500));
        using var bed = Connect(vendor);

        await using var response = await bed.GetAsync();

        response.Status.Should().Be(200);
        vendor.TokenCalls.Should().HaveCount(4);
    }

    [Test]
    public async Task An_answer_without_a_token_is_no_token()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(200, "<html>Log in</html>"));
        using var bed = Connect(vendor);
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemUnavailableException>()).WithMessage("shop answered a call for a token without giving one");
    }

    [Test]
    public async Task The_secret_is_not_sent_after_a_redirect_to_another_host()
    {
        await using var thief = await Service.StartAsync(Answers.Ok);
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(307, "", ("Location", thief.Address.AbsoluteUri)));
        using var bed = Connect(vendor);
        var read = () => bed.GetAsync();

        await read.Should().ThrowAsync<SystemRefusedException>();
        thief.Seen.Should().BeEmpty();
    }

    private static Bed Connect(TokenVendor vendor, Func<ClientCredentialsAuthentication, ClientCredentialsAuthentication>? change = null) => vendor.Connect(
        options => (change ?? (made => made))(new ClientCredentialsAuthentication(options.TokenAddress, "client", "client-secret")), isConnected: false);
}
