using System.Net.Http.Headers;

namespace SesamTalk.TestKit.Vendors;

/// <summary>The network, with a list of what went over it.</summary>
internal sealed class CallLog() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private readonly Lock _gate = new();
    private readonly List<Call> _calls = [];

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var status = 0;
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            status = (int)answer.StatusCode;
            return answer;
        }
        finally
        {
            lock (_gate)
                _calls.Add(new Call(request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.PathAndQuery), status, body, request.Content?.Headers.ContentType));
        }
    }

    /// <summary>A call; its status is 0 where no answer came.</summary>
    internal sealed record Call(string Method, string Path, int Status, string Body, MediaTypeHeaderValue? ContentType)
    {
        public override string ToString() => $"{Method} {Path}";
    }
}
