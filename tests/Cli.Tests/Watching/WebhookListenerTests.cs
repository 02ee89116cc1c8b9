using System.Net;
using SesamTalk.Cli.Watching;
using SesamTalk.Connectors.Definitions;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class WebhookListenerTests
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    [TestCase("exact-online", "genuine", HttpStatusCode.OK, 1, 0)]
    [TestCase("exact-online", "forged", HttpStatusCode.Unauthorized, 0, 1)]
    [TestCase("exact-online", "", HttpStatusCode.OK, 0, 0)]
    [TestCase("somebody", "genuine", HttpStatusCode.NotFound, 0, 0)]
    [TestCase("", "genuine", HttpStatusCode.NotFound, 0, 0)]
    public async Task Only_a_genuine_call_is_a_hint_and_only_the_empty_one_passes_beside_it(string path, string body, HttpStatusCode status, long taken, long refused)
    {
        var desk = Desk();
        await using var listener = await StartAsync(desk);

        using var answer = await Client.PostAsync(new Uri(listener.Address, path), new StringContent(body));

        answer.StatusCode.Should().Be(status);
        desk.TakeCounts().Should().Be(new HintCounts(taken, refused));
    }

    [Test]
    public async Task A_page_is_not_served()
    {
        await using var listener = await StartAsync(Desk());

        using var answer = await Client.GetAsync(new Uri(listener.Address, "exact-online"));

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Test]
    public async Task A_body_that_no_webhook_has_is_not_read()
    {
        var desk = Desk();
        await using var listener = await StartAsync(desk);

        using var answer = await Client.PostAsync(new Uri(listener.Address, "exact-online"), new ByteArrayContent(new byte[64 * 1024 + 1]));

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        desk.TakeCounts().Should().Be(new HintCounts(0, 0));
    }

    [Test]
    public async Task Counts_begin_anew_when_they_were_told()
    {
        var desk = Desk();
        await using var listener = await StartAsync(desk);
        using var answer = await Client.PostAsync(new Uri(listener.Address, "exact-online"), new StringContent("forged"));
        desk.TakeCounts();

        desk.TakeCounts().Should().Be(new HintCounts(0, 0));
    }

    [Test]
    public async Task A_place_that_is_taken_is_told_with_a_cure()
    {
        await using var first = await StartAsync(Desk());

        var second = () => WebhookListener.StartAsync(new IPEndPoint(IPAddress.Loopback, first.Address.Port), Desk(), CancellationToken.None);

        (await second.Should().ThrowAsync<StoppedException>()).Which.Answer.Code.Should().Be(ExitCode.Unreachable);
    }

    [TestCase("8080", "127.0.0.1:8080")]
    [TestCase("localhost:8080", "127.0.0.1:8080")]
    [TestCase("0.0.0.0:80", "0.0.0.0:80")]
    [TestCase("[::1]:8080", "[::1]:8080")]
    [TestCase("127.0.0.1", null)]
    [TestCase("127.0.0.1:", null)]
    [TestCase("70000", null)]
    [TestCase("example.com:80", null)]
    public void A_port_alone_is_one_of_this_machine(string text, string? place) => ListenAddress.Parse(text)?.ToString().Should().Be(place);

    private static WebhookDesk Desk() => new(new Dictionary<string, IKnowsWebhooks> { ["exact-online"] = new Genuine() }, new NextRun(new FakeClock()));

    private static Task<WebhookListener> StartAsync(WebhookDesk desk) => WebhookListener.StartAsync(new IPEndPoint(IPAddress.Loopback, 0), desk, CancellationToken.None);

    private sealed class Genuine : IKnowsWebhooks
    {
        public bool HasWebhooks => true;

        public bool IsGenuine(ReadOnlyMemory<byte> body, Func<string, string?> header) => body.Span.SequenceEqual("genuine"u8);
    }
}
