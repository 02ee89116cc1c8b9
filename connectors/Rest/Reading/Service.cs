using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A service: what requests of one system go through.</summary>
/// <param name="Transport">The way to it.</param>
/// <param name="Base">The address that paths are below.</param>
/// <param name="System">The name of the system.</param>
internal sealed record Service(ITransport Transport, Uri Base, string System)
{
    /// <summary>The address of a path.</summary>
    public Uri AddressOf(Template path, ImmutableArray<Parameter> parameters, Func<string, string?> placeholders) =>
        Address.Of(Base, path, parameters, placeholders);

    /// <summary>Reads from an address.</summary>
    public Task<RestResponse> GetAsync(Uri address, EntityForm? form, CancellationToken cancellationToken) => Transport.SendAsync(
        new RestRequest(HttpMethod.Get, address) { Effect = RequestEffect.Read, LimitGroup = form?.LimitGroup ?? string.Empty }, cancellationToken);

    /// <summary>The address of a next page, as an answer names it. Its host, port and scheme must be those of the system.</summary>
    /// <exception cref="SystemRefusedException">They are not: the login would go there.</exception>
    public Uri Follow(Uri from, string link)
    {
        if (!Uri.TryCreate(from, link, out var next))
        {
            throw new SystemUnavailableException($"an answer of {System} names a next page by '{link}', which is no address");
        }

        Addresses.DemandHome(System, Base, next, $"the next page that an answer of {System} names leads");
        return next;
    }
}
