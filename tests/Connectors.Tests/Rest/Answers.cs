using Microsoft.AspNetCore.Http;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>What a service may answer.</summary>
internal static class Answers
{
    public static RequestDelegate Of(int status, string body = "", params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/plain";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
            await context.Response.WriteAsync(body);
    };

    public static RequestDelegate Ok => Of(200, "{}");

    /// <summary>The connection is cut before anything of the answer is sent.</summary>
    public static RequestDelegate Cut => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>The connection is cut in the middle of the answer.</summary>
    public static RequestDelegate CutInTheMiddle => async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("[1,2,");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>A token, as OAuth answers with it.</summary>
    public static RequestDelegate Token(string access, string? refresh, string expiresIn) =>
        Of(200, refresh is null
            ? $$"""{"access_token":"{{access}}","token_type":"bearer","expires_in":{{expiresIn}}}"""
            : $$"""{"access_token":"{{access}}","token_type":"bearer","expires_in":{{expiresIn}},"refresh_token":"{{refresh}}"}""");
}
