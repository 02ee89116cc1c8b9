using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>A transport with a clock and a folder of its own.</summary>
internal sealed class Bed : IDisposable
{
    private readonly TemporaryFolder? _own;
    private readonly string _folder;
    private readonly RateLimits _limits;
    private readonly Lazy<RestTransport> _transport;

    public Bed(Uri address, TransportOptions? options = null, Bed? sharing = null, HttpMessageHandler? network = null, bool sharesProcess = false)
    {
        Options = (options ?? new TransportOptions("shop", address)) with { BaseAddress = address };
        _own = sharing is null ? new TemporaryFolder() : null;
        _folder = sharing?._folder ?? _own!["kept"];
        Clock = sharing?.Clock ?? new FakeClock();
        _limits = sharesProcess ? sharing!._limits : new RateLimits();
        Network = network;
        _transport = new Lazy<RestTransport>(() => new RestTransport(
            Options,
            new TransportServices(Clock, Kept, _limits) { Randomness = () => 0.5, NetworkClock = NetworkClock, Network = Network }));
    }

    public TransportOptions Options { get; set; }

    public FakeClock Clock { get; init; }

    public TimeProvider NetworkClock { get; init; } = TimeProvider.System;

    public HttpMessageHandler? Network { get; }

    public string Folder => _folder;

    // Another refresher on the same folder takes real time.
    public KeptFolder Kept => new(_folder, TimeProvider.System);

    public RestTransport Transport => _transport.Value;

    public Task<RestResponse> GetAsync(string path = "/things") =>
        Transport.SendAsync(new RestRequest(HttpMethod.Get, new Uri(Options.BaseAddress, path)), CancellationToken.None);

    public Task<RestResponse> PostAsync(RequestEffect effect = RequestEffect.Create, string body = "{}") => Transport.SendAsync(
        new RestRequest(HttpMethod.Post, new Uri(Options.BaseAddress, "/things"))
        {
            Effect = effect,
            Body = System.Text.Encoding.UTF8.GetBytes(body),
            ContentType = "application/json",
        },
        CancellationToken.None);

    public void Dispose()
    {
        if (_transport.IsValueCreated)
        {
            _transport.Value.Dispose();
        }

        _own?.Dispose();
    }
}
