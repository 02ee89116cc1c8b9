using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest.Limits;

/// <summary>Calls come as fast as they may and no faster, on a virtual clock.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PacingTests
{
    private static readonly Uri Address = new("https://api.example.com/");
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Latencies are of one way, in milliseconds.
    [TestCase(10, 1, false, 2000, 0)]
    [TestCase(10, 1, true, 2000, 0)]
    [TestCase(10, 1, false, 2000, 15)]
    [TestCase(10, 1, false, 2000, 5, 20, 1, 12)]
    [TestCase(60, 60, false, 1200, 100)]
    [TestCase(60, 60, true, 1200, 0)]
    [TestCase(60, 60, true, 1200, 300, 50, 400)]
    public async Task No_call_is_refused_and_95_of_100_that_were_possible_are_made(int permits, int seconds, bool isFixed, int calls, params int[] latencies)
    {
        var clock = StartAt(17.3);
        var window = TimeSpan.FromSeconds(seconds);
        using var server = new LimitedServer(clock, (permits, window, isFixed)) { Latencies = [.. latencies.Select(ms => TimeSpan.FromMilliseconds(ms))] };
        using var bed = Connect(clock, server, new RateLimit("limit", permits, window));
        var start = clock.GetUtcNow();

        await CallAsync(bed, calls);

        server.Refusals.Should().Be(0);
        var fewest = ((calls / permits) - 1) * window;
        (fewest / (clock.GetUtcNow() - start)).Should().BeGreaterThanOrEqualTo(0.95);
    }

    [Test]
    public async Task Calls_side_by_side_keep_the_limit_together()
    {
        var clock = StartAt(0);
        using var server = new LimitedServer(clock, (10, Second, false));
        using var bed = Connect(clock, server, new RateLimit("second", 10, Second));
        var start = clock.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CallAsync(bed, 100))));

        server.Refusals.Should().Be(0);
        (clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromSeconds(39 / 0.95));
    }

    [Test]
    public async Task Two_systems_with_one_key_keep_its_limit_together()
    {
        var clock = StartAt(0);
        using var server = new LimitedServer(clock, (10, Second, false));
        var limit = new RateLimit("second", 10, Second) { Scope = "the subscription key" };
        using var first = Connect(clock, server, limit);
        using var second = new Bed(Address, first.Options with { System = "other" }, sharing: first, server, sharesProcess: true);

        for (var i = 0; i < 100; i++)
        {
            await CallAsync(first, 1);
            await CallAsync(second, 1);
        }

        server.Refusals.Should().Be(0);
    }

    [Test]
    public async Task Two_systems_with_keys_of_their_own_have_a_limit_each()
    {
        var clock = StartAt(0);
        using var server = new LimitedServer(clock);
        using var first = Connect(clock, server, new RateLimit("minute", 10, Minute));
        using var second = new Bed(Address, first.Options with { System = "other" }, sharing: first, server, sharesProcess: true);

        await CallAsync(first, 10);
        await CallAsync(second, 10);

        clock.Waits.Should().BeEmpty();
    }

    [Test]
    public async Task A_limit_is_kept_across_runs()
    {
        var clock = StartAt(5);
        using var server = new LimitedServer(clock, (640, Minute, false));
        using var folder = Connect(clock, server, new RateLimit("minute", 640, Minute));
        for (var run = 0; run < 5; run++)
        {
            using var bed = new Bed(Address, folder.Options, sharing: folder, server);
            await CallAsync(bed, 325);
        }

        server.Refusals.Should().Be(0);
        server.Answered.Should().Be(5 * 325);
    }

    [Test]
    public async Task A_limit_is_kept_also_by_a_run_that_was_killed()
    {
        var clock = StartAt(5);
        using var server = new LimitedServer(clock, (60, Minute, false));
        using var killed = Connect(clock, server, new RateLimit("minute", 60, Minute));
        using var next = new Bed(Address, killed.Options, sharing: killed, server);

        await CallAsync(killed, 50);
        await CallAsync(next, 50);

        server.Refusals.Should().Be(0);
    }

    [Test]
    public async Task All_limits_of_a_system_hold_at_once()
    {
        var clock = StartAt(17);
        using var server = new LimitedServer(clock, (10, Second, false), (60, Minute, true));
        using var bed = Connect(clock, server, new RateLimit("second", 10, Second), new RateLimit("minute", 60, Minute));

        var start = clock.GetUtcNow();

        await CallAsync(bed, 300);

        server.Refusals.Should().Be(0);
        (clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(4 / 0.95));
    }

    [TestCase(0)]
    [TestCase(25)]
    [TestCase(-25)]
    public async Task What_the_headers_tell_holds_where_others_use_the_same_limit(int ahead)
    {
        var clock = StartAt(0);
        using var server = new LimitedServer(clock, (60, Minute, true)) { SendsHeaders = true, OthersCalls = 40, Ahead = TimeSpan.FromSeconds(ahead) };
        using var bed = Connect(clock, server, new RateLimit("minute", 60, Minute) { Headers = Headers });
        var start = clock.GetUtcNow();

        await CallAsync(bed, 100);

        server.Refusals.Should().Be(0);
        (clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(5), "20 calls a minute are left");
    }

    [Test]
    public async Task The_number_that_the_headers_tell_replaces_that_of_the_settings()
    {
        var clock = StartAt(0);
        using var server = new LimitedServer(clock, (120, Minute, true)) { SendsHeaders = true };
        using var bed = Connect(clock, server, new RateLimit("minute", 60, Minute) { Headers = Headers });

        await CallAsync(bed, 120);

        clock.Waits.Should().BeEmpty();
        server.Refusals.Should().Be(0);
    }

    [Test]
    public async Task A_fixed_time_begins_anew_with_the_minute()
    {
        var clock = StartAt(30);
        using var server = new LimitedServer(clock, (60, Minute, true));
        using var bed = Connect(clock, server, new RateLimit("minute", 60, Minute) { Form = WindowForm.Fixed });
        await CallAsync(bed, 60);

        await CallAsync(bed, 60);

        server.Refusals.Should().Be(0);
        clock.Waits.Should().Equal(TimeSpan.FromSeconds(31.2));
    }

    internal static LimitHeaders Headers => new() { Limit = "X-Limit", Remaining = "X-Remaining", Reset = "X-Reset", ResetUnit = ResetUnit.EpochMilliseconds };

    internal static FakeClock StartAt(double seconds) => new(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero) + TimeSpan.FromSeconds(seconds));

    internal static Bed Connect(FakeClock clock, HttpMessageHandler network, params RateLimit[] limits) =>
        new(Address, new TransportOptions("shop", Address) { Limits = new LimitOptions { Limits = [.. limits] } }, network: network) { Clock = clock };

    internal static async Task CallAsync(Bed bed, int calls, string group = "")
    {
        for (var i = 0; i < calls; i++)
        {
            var request = new RestRequest(HttpMethod.Get, new Uri(Address, "/things")) { LimitGroup = group };
            await (await bed.Transport.SendAsync(request, CancellationToken.None)).DisposeAsync();
        }
    }
}
