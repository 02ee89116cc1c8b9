using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Tests.Rest.Transport;

/// <summary>Secrets are in no message and in no printed record.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SecretTests
{
    private const string Secret = "s3cr3t/+=&word";

    private static readonly Uri Somewhere = new("https://example.com/");

    private static readonly AuthenticationOptions[] All =
    [
        new BasicAuthentication("user", Secret),
        new BearerAuthentication(Secret),
        new ApiKeyAuthentication("X-Key", Secret),
        new ApiKeyAuthentication("key", Secret, ApiKeyPlace.Query),
        new ApiKeyAuthentication("Authorization", $"ApiKey {Secret}"),
        new ClientCredentialsAuthentication(Somewhere, "id", Secret) { TokenHeaders = [new("X-Key", Secret)], TokenFields = [new("password", Secret)] },
        new AuthorizationCodeAuthentication(Somewhere, Somewhere, "id", Secret),
    ];

    private static readonly AuthenticationOptions[] Sent = [.. All.Where(options => options is not OAuthOptions)];

    [TestCaseSource(nameof(All))]
    public void Options_print_without_secrets(object options) => options.ToString().Should().NotContain(Secret);

    [Test]
    public void Whatever_else_may_hold_a_secret_prints_without_it()
    {
        object[] printed =
        [
            new TransportOptions("shop", Somewhere) { Headers = [new("X-Key", Secret)], Authentication = new BearerAuthentication(Secret) },
            new HeaderLine("X-Key", Secret),
            new RestRequest(HttpMethod.Get, new Uri($"https://example.com/?key={Secret}")) { Headers = [new("X-Key", Secret)] },
            new RateLimit("minute", 1, TimeSpan.FromMinutes(1)) { Scope = Secret },
            new Token(Secret, Secret, default, default) { ConsentNeeded = "why" },
            new TokenAnswer(Secret, Secret, null, null),
            new TokenResult(new Token(Secret, Secret, default, default), null, ""),
        ];

        string.Join('\n', printed).Should().NotContain("s3cr3t");
    }

    [Test]
    public async Task A_system_that_repeats_what_it_was_sent_gives_no_secret_away([ValueSource(nameof(Sent))] object authentication)
    {
        await using var service = await Service.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            var headers = string.Join(' ', context.Request.Headers.Select(header => header.Value.ToString()));
            await Answers.Of(400, $"got {headers} {context.Request.QueryString}")(context);
        });
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address)
        {
            Authentication = (AuthenticationOptions)authentication,
            Headers = [new("Subscription-Key", "subscr1pt1on")],
        });

        await using var response = await bed.GetAsync();

        response.Failure!.Message.Should().StartWith("got").And.Contain("(secret)")
            .And.NotContain(Secret).And.NotContain(Uri.EscapeDataString(Secret)).And.NotContain("subscr1pt1on").And.NotContain(BasicHeader.Encode("user", Secret));
    }
}
