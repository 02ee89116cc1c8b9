using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>Authentications that do not change.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FixedAuthenticationTests
{
    [Test]
    public async Task Nothing_is_sent_where_nothing_is_set() =>
        (await SendAsync(new NoAuthentication())).Header("Authorization").Should().BeNull();

    [Test]
    public async Task A_name_and_a_password_are_sent_in_utf8() =>
        (await SendAsync(new BasicAuthentication("åse", "p:w"))).Header("Authorization").Should().Be("Basic w6VzZTpwOnc=");

    [Test]
    public async Task A_token_is_sent() =>
        (await SendAsync(new BearerAuthentication("abc"))).Header("Authorization").Should().Be("Bearer abc");

    [Test]
    public async Task A_key_is_sent_in_a_header() =>
        (await SendAsync(new ApiKeyAuthentication("X-Api-Key", "abc"))).Header("X-Api-Key").Should().Be("abc");

    [Test]
    public async Task A_key_is_sent_in_the_query_beside_what_is_there() =>
        (await SendAsync(new ApiKeyAuthentication("api_key", "a&b=c", ApiKeyPlace.Query))).Query.Should().Be("?page=1&api_key=a%26b%3Dc");

    private static async Task<SeenRequest> SendAsync(AuthenticationOptions authentication)
    {
        await using var service = await Service.StartAsync(Answers.Ok);
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Authentication = authentication });
        await (await bed.GetAsync("/things?page=1")).DisposeAsync();
        return service.Seen.Single();
    }
}
