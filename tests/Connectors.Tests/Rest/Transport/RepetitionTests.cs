using System.Net;
using System.Net.Sockets;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest.Transport;

/// <summary>What is repeated when the wire or the system fails, and what is not (clauses C3, W4).</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RepetitionTests
{
    [Test]
    public async Task A_read_whose_connection_is_cut_is_repeated()
    {
        await using var service = await Service.StartAsync(Answers.Cut, Answers.CutInTheMiddle, Answers.Of(200, "[1]"));
        using var bed = new Bed(service.Address);

        await using var response = await bed.GetAsync();

        response.Content.ToArray().Should().Equal("[1]"u8.ToArray());
        bed.Transport.Calls.Should().Be(3);
    }

    [TestCase(true)]
    [TestCase(false)]
    [Clause("C3")]
    public async Task A_create_whose_connection_is_cut_is_told_as_a_lost_answer_and_not_repeated(bool inTheMiddle)
    {
        await using var service = await Service.StartAsync(inTheMiddle ? Answers.CutInTheMiddle : Answers.Cut);
        using var bed = new Bed(service.Address);
        var create = () => bed.PostAsync();

        (await create.Should().ThrowAsync<AnswerLostException>())
            .WithMessage("shop gave no answer: the connection was cut before its whole answer was there; whether the record was written is not known");
        service.Seen.Should().HaveCount(1);
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_without_a_body_is_not_repeated_by_the_network_itself()
    {
        // An idle connection that the service closes in order, as it does after a while, is what HTTP clients repeat after.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerOnceAsync(listener);
        using var bed = new Bed(new Uri($"http://{listener.LocalEndpoint}/"));
        await (await bed.GetAsync()).DisposeAsync();
        var create = () => bed.Transport.SendAsync(
            new RestRequest(HttpMethod.Post, new Uri(bed.Options.BaseAddress, "/orders/1/invoice")) { Effect = RequestEffect.Create }, CancellationToken.None);

        await create.Should().ThrowAsync<AnswerLostException>();
        await answering;
        bed.Transport.Calls.Should().Be(2);
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_that_is_answered_with_a_broken_system_is_told_as_a_lost_answer()
    {
        await using var service = await Service.StartAsync(Answers.Of(503, "Down for a while", ("Retry-After", "1")));
        using var bed = new Bed(service.Address);
        var create = () => bed.PostAsync();

        (await create.Should().ThrowAsync<AnswerLostException>())
            .WithMessage("shop does not work (status 503): Down for a while; whether the record was written is not known");
        service.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task A_create_is_repeated_where_the_system_was_only_busy()
    {
        await using var service = await Service.StartAsync(Answers.Of(429), Answers.Of(201, "{}"));
        using var bed = new Bed(service.Address);

        await using var response = await bed.PostAsync();

        response.Status.Should().Be(201);
        bed.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task A_write_that_may_be_repeated_is()
    {
        await using var service = await Service.StartAsync(Answers.Cut, Answers.Of(500), Answers.Of(204));
        using var bed = new Bed(service.Address);

        await using var response = await bed.PostAsync(RequestEffect.Idempotent);

        response.Status.Should().Be(204);
    }

    [Test]
    public async Task Waits_between_attempts_grow_and_end()
    {
        await using var service = await Service.StartAsync(Answers.Of(502, "<html><head><title>x</title></head><body><h1>Bad&nbsp;gateway</h1></body></html>"));
        using var bed = new Bed(service.Address);
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemUnavailableException>()).WithMessage("shop does not work (status 502): Bad gateway");
        service.Seen.Should().HaveCount(5);
        bed.Clock.Waits.Should().HaveCount(4).And.BeInAscendingOrder().And.OnlyContain(wait => wait < TimeSpan.FromSeconds(31));
    }

    [Test]
    public async Task Without_repetitions_the_first_failure_is_told()
    {
        await using var service = await Service.StartAsync(Answers.Of(500));
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Retries = new RetryOptions { Most = 0 } });
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemUnavailableException>()).WithMessage("shop does not work (status 500): 500 InternalServerError, without a word");
        service.Seen.Should().HaveCount(1);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_refused_connection_is_tried_again_and_then_told_as_unavailable(bool creates)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var bed = new Bed(new Uri($"http://127.0.0.1:{port}/"));
        var call = () => bed.PostAsync(creates ? RequestEffect.Create : RequestEffect.Read);

        (await call.Should().ThrowExactlyAsync<SystemUnavailableException>()).WithMessage($"shop cannot be reached: 127.0.0.1:{port} takes no connection");
        bed.Transport.Calls.Should().Be(5);
    }

    [TestCase(false, typeof(SystemUnavailableException))]
    [TestCase(true, typeof(AnswerLostException))]
    [Clause("C3")]
    public async Task An_answer_that_does_not_come_in_time_is_not_waited_for(bool creates, Type expected)
    {
        var arrived = new TaskCompletionSource();
        await using var service = await Service.StartAsync(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var network = new FakeClock { WaitsPassAtOnce = false };
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Retries = new RetryOptions { Most = 0 } })
        {
            NetworkClock = network,
        };

        var call = bed.PostAsync(creates ? RequestEffect.Create : RequestEffect.Read);
        await arrived.Task;
        network.Advance(TimeSpan.FromSeconds(99));
        call.IsCompleted.Should().BeFalse();
        network.Advance(TimeSpan.FromSeconds(1));

        var waiting = () => call;
        var thrown = (await waiting.Should().ThrowAsync<SystemUnavailableException>()).Which;
        thrown.Should().BeOfType(expected);
        thrown.Message.Should().StartWith("shop gave no answer: it did not answer within 100 s");
    }

    [Test]
    public async Task A_call_that_is_cancelled_ends_as_cancelled()
    {
        var arrived = new TaskCompletionSource();
        await using var service = await Service.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var bed = new Bed(service.Address);
        using var stop = new CancellationTokenSource();

        var call = bed.Transport.SendAsync(new RestRequest(HttpMethod.Get, service.Address), stop.Token);
        await arrived.Task;
        await stop.CancelAsync();

        var waiting = () => call;
        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task AnswerOnceAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptSocketAsync();
        var buffer = new byte[4096];
        await connection.ReceiveAsync(buffer);
        await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
        await connection.ReceiveAsync(buffer);
        connection.Shutdown(SocketShutdown.Both);
        listener.Stop();
    }
}
