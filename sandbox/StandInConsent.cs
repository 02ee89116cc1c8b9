using SesamTalk.Connectors.Systems;

namespace SesamTalk.Sandbox;

/// <summary>Consents in place of a person, as a browser would: stand-ins ask nobody.</summary>
public sealed class StandInConsent : IConsentGuide
{
    private static readonly HttpClient Browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <inheritdoc/>
    public void Show(Uri address) => _ = GoAsync(address);

    /// <inheritdoc/>
    public async Task<Uri> AskAsync(Uri address, Uri redirect, CancellationToken cancellationToken) =>
        await SentToAsync(address, cancellationToken) ?? throw new SystemUnavailableException($"the stand-in at {address.Authority} did not consent");

    // The answer is waited for where the browser is sent to.
    private static async Task GoAsync(Uri address)
    {
        if (await SentToAsync(address, CancellationToken.None) is { } next)
        {
            using var _ = await Browser.GetAsync(next);
        }
    }

    private static async Task<Uri?> SentToAsync(Uri address, CancellationToken cancellationToken)
    {
        using var answer = await Browser.GetAsync(address, cancellationToken);
        return answer.Headers.Location;
    }
}
