using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest.Limits;

/// <summary>Calls that are cancelled while they wait for a busy system, or are on their way.</summary>
[Clause("W4")]
[Parallelizable(ParallelScope.All)]
public sealed class CancelledWaitTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    [TestCase(RequestEffect.Read)]
    [TestCase(RequestEffect.Idempotent)]
    [TestCase(RequestEffect.Create)]
    public async Task A_call_that_waits_ends_at_once_and_is_not_sent_again(object effect)
    {
        await using var service = await Service.StartAsync(Busy, Answers.Ok);
        using var bed = Connect(service);
        using var stop = new CancellationTokenSource();
        var call = SendAsync(bed, (RequestEffect)effect, stop.Token);
        await bed.Clock.IsWaitedForAsync(Wait);

        await stop.CancelAsync();

        await call.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        service.Seen.Should().HaveCount(1, "it was told to come later, and has done nothing");
    }

    [Test]
    public async Task The_wait_that_was_asked_for_holds_for_who_comes_next()
    {
        await using var service = await Service.StartAsync(Busy, Answers.Ok);
        using var bed = Connect(service);
        using var stop = new CancellationTokenSource();
        var first = SendAsync(bed, RequestEffect.Read, stop.Token);
        await bed.Clock.IsWaitedForAsync(Wait);
        await stop.CancelAsync();
        await first.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();

        var next = bed.GetAsync();
        await bed.Clock.IsWaitedForAsync(Wait);
        service.Seen.Should().HaveCount(1);
        bed.Clock.Advance(Wait);
        await (await next).DisposeAsync();

        service.Seen.Should().HaveCount(2);
    }

    [Test]
    public async Task Who_queues_behind_a_call_that_waits_ends_with_it()
    {
        await using var service = await Service.StartAsync(Busy, Answers.Ok);
        using var bed = Connect(service);
        using var stop = new CancellationTokenSource();
        var first = SendAsync(bed, RequestEffect.Read, stop.Token);
        await bed.Clock.IsWaitedForAsync(Wait);
        var behind = Enumerable.Range(0, 3).Select(_ => SendAsync(bed, RequestEffect.Create, stop.Token)).ToList();

        await stop.CancelAsync();

        foreach (var call in behind.Prepend(first))
            await call.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        service.Seen.Should().HaveCount(1);
    }

    [TestCase(RequestEffect.Idempotent)]
    [TestCase(RequestEffect.Create)]
    [Clause("C3")]
    public async Task A_write_that_was_sent_runs_to_its_end_so_that_it_is_known_what_it_did(object effect)
    {
        var (arrived, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await Service.StartAsync(async context =>
        {
            arrived.SetResult();
            await released.Task;
            await Answers.Ok(context);
        });
        using var bed = Connect(service);
        using var stop = new CancellationTokenSource();
        var call = SendAsync(bed, (RequestEffect)effect, stop.Token);
        await arrived.Task;

        await stop.CancelAsync();
        released.SetResult();

        await using var response = await call;
        response.Status.Should().Be(200);
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Busy => Answers.Of(429, "", ("Retry-After", "30"));

    private static Bed Connect(Service service) => new(service.Address) { Clock = new FakeClock { WaitsPassAtOnce = false } };

    private static Task<RestResponse> SendAsync(Bed bed, RequestEffect effect, CancellationToken cancellationToken) => bed.Transport.SendAsync(
        new RestRequest(effect == RequestEffect.Read ? HttpMethod.Get : HttpMethod.Post, new Uri(bed.Options.BaseAddress, "/things")) { Effect = effect },
        cancellationToken);
}
