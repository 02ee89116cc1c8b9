using System.Text;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.Tests;

/// <summary>Something that a stand-in can call.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private LoopbackServer _server = null!;

    public List<string> Bodies { get; } = [];

    public Uri Address => _server.Address;

    public static async Task<Listener> StartAsync(int status)
    {
        var listener = new Listener();
        listener._server = await LoopbackServer.StartAsync(
            0,
            (request, _) =>
            {
                listener.Bodies.Add(Encoding.UTF8.GetString(request.Body));
                return Task.FromResult<Reply?>(Reply.Nothing(status));
            },
            CancellationToken.None);
        return listener;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
