using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>A request as a service saw it.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, ImmutableDictionary<string, string> Headers, string Body)
{
    public static async Task<SeenRequest> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var headers = request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new SeenRequest(request.Method, request.Path, request.QueryString.Value ?? string.Empty, headers, await reader.ReadToEndAsync());
    }

    /// <summary>A header; <see langword="null"/> where it is not there.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A field of a form; <see langword="null"/> where it is not there.</summary>
    public string? Field(string name) => QueryHelpers.ParseQuery(Body).TryGetValue(name, out var value) ? value.ToString() : null;
}
