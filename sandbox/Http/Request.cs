using System.Text;
using Microsoft.AspNetCore.Http;

namespace SesamTalk.Sandbox.Http;

/// <summary>What a caller sent.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, unescaped, with the slash that it begins with.</param>
/// <param name="Query">The parameters, each once; names in whatever case.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The bytes of the body.</param>
/// <param name="Host">The address that the caller used, up to the path.</param>
internal sealed record Request(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, IHeaderDictionary Headers, byte[] Body, string Host)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header's text; empty where it is not there.</summary>
    public string Header(string name) => Headers[name].ToString();

    /// <summary>A parameter's text, or <see langword="null"/>.</summary>
    public string? Parameter(string name) => Query.GetValueOrDefault(name);

    /// <summary>The token after a scheme in the header Authorization, or <see langword="null"/>.</summary>
    public string? Credential(string scheme)
    {
        var given = Header("Authorization");
        return given.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase) ? given[(scheme.Length + 1)..].Trim() : null;
    }

    /// <summary>The fields of a form in the body.</summary>
    public IReadOnlyDictionary<string, string> Form() =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
}
