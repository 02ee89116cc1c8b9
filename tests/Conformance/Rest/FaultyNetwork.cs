using System.Net;
using System.Text;

namespace SesamTalk.Conformance.Rest;

/// <summary>The way to a service, on which things go wrong on request.</summary>
internal sealed class FaultyNetwork(HttpMessageHandler service) : DelegatingHandler(service)
{
    /// <summary>What each call is answered with instead of its effect.</summary>
    public (HttpStatusCode Status, string Words)? Failure { get; set; }

    /// <summary>Where the next write is cut off.</summary>
    public CutAt? LosesWrite { get; set; }

    /// <summary>Whether of what is read only half arrives.</summary>
    public bool CutsAnswers { get; set; }

    public void Mend() => (Failure, LosesWrite, CutsAnswers) = (null, null, false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);
        if (Failure is var (status, words))
            return Answer(status, $"{{ \"message\": \"{words}\" }}");
        var cut = request.Method == HttpMethod.Get ? null : LosesWrite;
        LosesWrite = cut is null ? LosesWrite : null;
        if (cut == CutAt.Request)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
        var answer = await base.SendAsync(request, cancellationToken);
        if (cut == CutAt.Answer)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
        return CutsAnswers && request.Method == HttpMethod.Get ? await HalfAsync(answer, cancellationToken) : answer;
    }

    private static async Task<HttpResponseMessage> HalfAsync(HttpResponseMessage whole, CancellationToken cancellationToken)
    {
        var body = await whole.Content.ReadAsStringAsync(cancellationToken);
        return Answer(whole.StatusCode, body[..(body.Length / 2)]);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
