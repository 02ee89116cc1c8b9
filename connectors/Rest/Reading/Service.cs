using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A service: what requests of one system go through.</summary>
/// <param name="Transport">The way to it.</param>
/// <param name="Base">The address that paths are below.</param>
/// <param name="Clock">The time.</param>
internal sealed record Service(ITransport Transport, Uri Base, TimeProvider Clock)
{
    /// <summary>The address of a path.</summary>
    public Uri AddressOf(Template path, ImmutableArray<Parameter> parameters, Func<string, string?> placeholders) =>
        Address.Of(Base, path, parameters, placeholders);

    /// <summary>Reads from an address.</summary>
    public Task<RestResponse> GetAsync(Uri address, EntityForm? form, CancellationToken cancellationToken) => Transport.SendAsync(
        new RestRequest(HttpMethod.Get, address) { Effect = RequestEffect.Read, LimitGroup = form?.LimitGroup ?? string.Empty }, cancellationToken);

    /// <summary>The address of a next page, as an answer names it. Its host, port and scheme must be those of the system.</summary>
    /// <exception cref="SystemRefusedException">They are not.</exception>
    public Uri Follow(Uri from, string link)
    {
        if (Uri.TryCreate(from, link, out var next)
            && Uri.Compare(next, Base, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            return next;
        }

        throw new SystemRefusedException(
            $"an answer names a next page at another place than {Base.GetLeftPart(UriPartial.Authority)}: it is not followed, because the login would go there",
            "Find out what stands between this program and the system; where the system really uses several hosts, ask its maker.");
    }
}
