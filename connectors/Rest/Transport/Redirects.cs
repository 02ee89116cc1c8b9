using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Redirects are followed only on the same host, and only where that repeats nothing in another form.</summary>
internal static class Redirects
{
    /// <summary>How many are followed in a row.</summary>
    public const int Most = 5;

    /// <summary>Where an answer leads on; <see langword="null"/> where it is no redirect.</summary>
    /// <exception cref="SystemRefusedException">It leads where it is not followed.</exception>
    public static Uri? Next(string system, Errand errand, HttpMethod method, Uri from, RestResponse response)
    {
        if (response.Status is not (301 or 302 or 303 or 307 or 308) || response.Header("Location") is not { } location)
            return null;
        if (!Uri.TryCreate(from, location, out var next))
            throw Refused(system, "to an address that makes no sense");
        Addresses.DemandHome(system, errand.Address, next, $"{system} redirects");
        var keepsMethod = response.Status is 307 or 308;
        return keepsMethod || method == HttpMethod.Get ? next : throw Refused(system, $"a {method} to another address, which would become a GET there");
    }

    /// <summary>What is told of redirects that do not end.</summary>
    public static SystemRefusedException Endless(string system) => Refused(system, $"more than {Most} times in a row");

    private static SystemRefusedException Refused(string system, string what) =>
        new($"{system} redirects {what}", $"Check the address of {system} and the paths in its definition.");
}
