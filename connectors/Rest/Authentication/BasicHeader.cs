using System.Text;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>A name and a password as a header carries them (RFC 7617).</summary>
internal static class BasicHeader
{
    /// <summary>What follows the word <c>Basic</c>.</summary>
    public static string Encode(string user, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
