using System.Globalization;
using System.Net;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest.Limits;

/// <summary>A service, without a network, that counts calls on a virtual clock and refuses those above its limits.</summary>
internal sealed class LimitedServer(FakeClock clock, params (int Permits, TimeSpan Window, bool IsFixed)[] limits) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _arrivals = [];

    /// <summary>How long a call is on its way to the service, one after another in turn; the way back takes as long.</summary>
    public TimeSpan[] Latencies { get; init; } = [TimeSpan.Zero];

    /// <summary>How far the clock of the service is ahead.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>Calls of others that the service counts, made with the first call of each window.</summary>
    public int OthersCalls { get; init; }

    /// <summary>Whether the headers of the first limit are sent, with the reset in milliseconds since 1970.</summary>
    public bool SendsHeaders { get; init; }

    public int Refusals { get; private set; }

    public int Answered => _arrivals.Count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var latency = Latencies[(Answered + Refusals) % Latencies.Length];
            clock.Advance(latency);
            var response = Answer(clock.GetUtcNow() + Ahead);
            clock.Advance(latency);
            return Task.FromResult(response);
        }
    }

    private HttpResponseMessage Answer(DateTimeOffset now)
    {
        var isRefused = limits.Any(limit => Used(limit, now) >= limit.Permits);
        if (isRefused)
            Refusals++;
        else
            _arrivals.Add(now);
        var response = new HttpResponseMessage(isRefused ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        if (SendsHeaders)
            AddHeaders(response, now);
        return response;
    }

    private int Used((int Permits, TimeSpan Window, bool IsFixed) limit, DateTimeOffset now)
    {
        var others = _arrivals.Exists(time => Counts(limit, time, now)) ? OthersCalls : 0;
        return others + _arrivals.Count(time => Counts(limit, time, now));
    }

    private static bool Counts((int Permits, TimeSpan Window, bool IsFixed) limit, DateTimeOffset time, DateTimeOffset now) => limit.IsFixed
        ? time.UtcTicks / limit.Window.Ticks == now.UtcTicks / limit.Window.Ticks
        : now - time < limit.Window;

    private void AddHeaders(HttpResponseMessage response, DateTimeOffset now)
    {
        var limit = limits[0];
        var reset = new DateTimeOffset(((now.UtcTicks / limit.Window.Ticks) + 1) * limit.Window.Ticks, TimeSpan.Zero);
        response.Headers.Date = now;
        response.Headers.Add("X-Limit", limit.Permits.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-Remaining", Math.Max(0, limit.Permits - Used(limit, now)).ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-Reset", reset.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }
}
