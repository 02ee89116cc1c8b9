using System.Net;
using System.Net.Sockets;
using System.Text;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication.Consent;

/// <summary>Waits on loopback for the redirect that ends a consent.</summary>
internal sealed class ConsentListener : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="redirect">The address on loopback; its port 0 takes a free one.</param>
    /// <exception cref="SystemRefusedException">Nobody may listen there.</exception>
    public ConsentListener(Uri redirect)
    {
        Address = redirect.Port == 0 ? new UriBuilder(redirect) { Port = FreePort() }.Uri : redirect;
        _listener.Prefixes.Add($"{Address.GetLeftPart(UriPartial.Authority)}/");
        try
        {
            _listener.Start();
        }
        catch (HttpListenerException trouble)
        {
            throw new SystemRefusedException(
                $"nothing can listen at {Address}: {trouble.Message}", "End the program that listens there, or register another redirect address with the system.", trouble);
        }
    }

    /// <summary>Where the person is to be sent.</summary>
    public Uri Address { get; }

    /// <summary>Waits for an address that a person was sent to, and that is the one waited for.</summary>
    /// <param name="accepts">Whether it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Uri> WaitAsync(Func<Uri, bool> accepts, CancellationToken cancellationToken)
    {
        // Stopping is the only way to end a wait of this listener.
        using var stop = cancellationToken.Register(_listener.Stop);
        while (true)
        {
            var context = await NextAsync(cancellationToken);
            var address = new Uri(Address, context.Request.RawUrl);
            var isAnswer = address.AbsolutePath.TrimEnd('/') == Address.AbsolutePath.TrimEnd('/') && accepts(address);
            Answer(context.Response, isAnswer);
            if (isAnswer)
                return address;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static void Answer(HttpListenerResponse response, bool isAnswer)
    {
        response.StatusCode = isAnswer ? 200 : 404;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Close(Encoding.UTF8.GetBytes(isAnswer ? "Thank you. You can close this page and go back to the console.\n" : "Nothing is here.\n"), willBlock: false);
    }

    private async Task<HttpListenerContext> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _listener.GetContextAsync();
        }
        catch (Exception trouble) when (trouble is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }
}
