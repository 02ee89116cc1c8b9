using System.Net;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Which addresses are called.</summary>
internal static class Addresses
{
    /// <summary>Refuses an address without TLS, except on loopback.</summary>
    /// <exception cref="SystemRefusedException">It has none.</exception>
    public static void DemandTls(string system, Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
            throw new SystemRefusedException($"the address of {system} is not one such as https://api.example.com", "Write it without a name and a password.");
        if (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
            return;
        throw new SystemRefusedException(
            $"{system} is to be called at {Shown(address)}, where everybody on the way can read what is sent", "Write the address with https.");
    }

    /// <summary>Refuses an address that is not at the place that belongs to the system.</summary>
    /// <param name="system">The system's name.</param>
    /// <param name="home">The address that belongs to it.</param>
    /// <param name="address">The address to be called.</param>
    /// <param name="giver">Who gave the address, as the message says it.</param>
    /// <exception cref="SystemRefusedException">It is elsewhere.</exception>
    public static void DemandHome(string system, Uri home, Uri address, string giver)
    {
        if (IsHome(home, address))
            return;
        throw new SystemRefusedException(
            $"{giver} to {Shown(address)}, which is not at {Shown(home)}; nothing was sent there",
            $"Where {system} has moved, write its new address in the settings.");
    }

    /// <summary>Whether two addresses have the same scheme, host and port.</summary>
    public static bool IsHome(Uri home, Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && Uri.Compare(home, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Whether an address is on this machine.</summary>
    public static bool IsLoopback(Uri address) =>
        address.DnsSafeHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.DnsSafeHost, out var number) && IPAddress.IsLoopback(number));

    private static string Shown(Uri address) => address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "nowhere";
}
