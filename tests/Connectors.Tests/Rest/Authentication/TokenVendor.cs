using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>A service that gives tokens whose refresh tokens rotate, and takes only the latest of both: as Exact Online does.</summary>
internal sealed class TokenVendor : IAsyncDisposable
{
    private readonly ConcurrentQueue<RequestDelegate> _refusals = [];
    private int _given;

    private TokenVendor()
    {
    }

    public Service Service { get; private set; } = null!;

    public IReadOnlyList<SeenRequest> TokenCalls => [.. Service.Seen.Where(seen => seen.Path == "/token")];

    public IReadOnlyList<SeenRequest> ApiCalls => [.. Service.Seen.Where(seen => seen.Path != "/token")];

    /// <summary>Done while a call of the API is answered.</summary>
    public Action OnApiCall { get; set; } = () => { };

    /// <summary>Done while a token is given.</summary>
    public Action OnTokenCall { get; set; } = () => { };

    public AuthorizationCodeAuthentication Options => new(new Uri(Service.Address, "/auth"), new Uri(Service.Address, "/token"), "client", "client-secret")
    {
        EarliestRenewal = TimeSpan.FromSeconds(570),
        TooEarlyText = "not expired",
    };

    public static async Task<TokenVendor> StartAsync()
    {
        var vendor = new TokenVendor();
        vendor.Service = await Service.StartAsync(vendor.AnswerAsync);
        return vendor;
    }

    /// <summary>Answers the next calls for a token so.</summary>
    public void AnswerNext(params RequestDelegate[] answers)
    {
        foreach (var answer in answers)
            _refusals.Enqueue(answer);
    }

    /// <summary>A transport that holds the tokens with number 0, given now.</summary>
    public Bed Connect(Func<AuthorizationCodeAuthentication, AuthenticationOptions>? change = null, bool isConnected = true)
    {
        var authentication = (change ?? (options => options))(Options);
        var bed = new Bed(Service.Address, new TransportOptions("shop", Service.Address) { Authentication = authentication });
        if (isConnected && authentication is OAuthOptions oauth)
        {
            var now = bed.Clock.GetUtcNow();
            new TokenStore("shop", oauth, bed.Kept).Write(
                new Token("access-0", "refresh-0", now + oauth.EarliestRenewal, now + TimeSpan.FromSeconds(600)));
        }

        return bed;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/token")
            return AnswerCallAsync(context);
        return _refusals.TryDequeue(out var refusal) ? refusal(context) : GiveAsync(context);
    }

    private Task AnswerCallAsync(HttpContext context)
    {
        OnApiCall();
        return context.Request.Headers.Authorization == $"Bearer access-{_given}" ? Answers.Ok(context) : Answers.Of(401)(context);
    }

    private Task GiveAsync(HttpContext context)
    {
        OnTokenCall();
        var seen = TokenCalls[^1];
        if (seen.Field("grant_type") == "refresh_token" && seen.Field("refresh_token") != $"refresh-{_given}")
            return Answers.Of(401, """{"error":"unauthorized_client","error_description":"Old refresh token used."}""")(context);
        var number = ++_given;
        return Answers.Token($"access-{number}", seen.Field("grant_type") == "client_credentials" ? null : $"refresh-{number}", "\"600\"")(context);
    }
}
