using System.Globalization;
using System.Net;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Rest.Limits;

/// <summary>What the system asks to wait is waited, and long waits are told (clause W4).</summary>
[Clause("W4")]
[Parallelizable(ParallelScope.All)]
public sealed class BusyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestCase("7")]
    [TestCase("Mon, 05 Jan 2026 08:00:07 GMT")]
    public async Task A_system_that_is_busy_is_waited_for_as_it_asks(string retryAfter)
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((429, [("Retry-After", retryAfter)]), (200, []));
        using var bed = PacingTests.Connect(clock, network);

        await PacingTests.CallAsync(bed, 1);

        clock.Waits.Should().Equal(TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task A_system_that_does_not_say_how_long_is_waited_for_twice_as_long_each_time()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((429, []), (429, []), (429, []), (200, []), (429, []), (200, []));
        using var bed = PacingTests.Connect(clock, network);

        await PacingTests.CallAsync(bed, 2);

        clock.Waits.Select(wait => wait.TotalSeconds).Should().Equal(1, 2, 4, 1);
    }

    [Test]
    public async Task A_refusal_that_tells_when_its_limit_starts_anew_is_waited_for_till_then()
    {
        var clock = PacingTests.StartAt(0);
        var reset = (clock.GetUtcNow() + TimeSpan.FromSeconds(42)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        using var network = new Script((429, [("X-Limit", "60"), ("X-Remaining", "0"), ("X-Reset", reset)]), (200, []));
        using var bed = PacingTests.Connect(clock, network, new RateLimit("minute", 60, Minute) { Headers = PacingTests.Headers });

        await PacingTests.CallAsync(bed, 1);

        clock.Waits.Should().Equal(TimeSpan.FromSeconds(42));
    }

    [Test]
    public async Task A_reset_that_is_further_away_than_its_limit_is_long_shows_only_that_clocks_differ()
    {
        var clock = PacingTests.StartAt(0);
        var reset = (clock.GetUtcNow() + TimeSpan.FromHours(1)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        using var network = new Script((200, [("X-Limit", "60"), ("X-Remaining", "0"), ("X-Reset", reset)]), (200, []));
        using var bed = PacingTests.Connect(clock, network, new RateLimit("minute", 60, Minute) { Headers = PacingTests.Headers });

        await PacingTests.CallAsync(bed, 2);

        clock.Waits.Should().Equal(Minute);
    }

    [Test]
    public async Task A_wait_longer_than_the_patience_is_told_with_its_length_and_nothing_is_sent_meanwhile()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((429, [("Retry-After", "3600")]), (200, []));
        using var bed = PacingTests.Connect(clock, network);
        var read = () => PacingTests.CallAsync(bed, 1);

        (await read.Should().ThrowAsync<SystemBusyException>()).Which.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromMinutes(10));
        (await read.Should().ThrowAsync<SystemBusyException>()).WithMessage("shop takes no call before 2026-01-05 09:00:00Z (as it asked)")
            .Which.RetryAfter.Should().Be(TimeSpan.FromMinutes(50));
        network.Calls.Should().Be(1);
        clock.Advance(TimeSpan.FromMinutes(50));
        await PacingTests.CallAsync(bed, 1);
        network.Calls.Should().Be(2);
    }

    [Test]
    public async Task A_wait_that_was_asked_for_is_kept_across_runs()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((429, [("Retry-After", "3600")]), (200, []));
        using var first = PacingTests.Connect(clock, network, new RateLimit("day", 5000, TimeSpan.FromDays(1)) { Form = WindowForm.Fixed });
        using var second = new Bed(first.Options.BaseAddress, first.Options, sharing: first, network);
        await first.Invoking(bed => PacingTests.CallAsync(bed, 1)).Should().ThrowAsync<SystemBusyException>();

        await second.Invoking(bed => PacingTests.CallAsync(bed, 1)).Should().ThrowAsync<SystemBusyException>();

        network.Calls.Should().Be(1);
    }

    [TestCase("99999999999")]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Nobody_waits_longer_than_a_day(string retryAfter)
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((429, [("Retry-After", retryAfter)]));
        using var bed = PacingTests.Connect(clock, network);
        var read = () => PacingTests.CallAsync(bed, 1);

        (await read.Should().ThrowAsync<SystemBusyException>()).Which.RetryAfter.Should().Be(TimeSpan.FromDays(1));
    }

    [Test]
    public async Task A_day_that_is_used_up_is_told_with_the_time_of_the_next()
    {
        var clock = PacingTests.StartAt(0);
        using var server = new LimitedServer(clock, (500, TimeSpan.FromDays(1), true));
        using var bed = PacingTests.Connect(clock, server, new RateLimit("day", 500, TimeSpan.FromDays(1)) { Form = WindowForm.Fixed });
        var read = () => PacingTests.CallAsync(bed, 501);

        (await read.Should().ThrowAsync<SystemBusyException>())
            .WithMessage("shop takes no call before 2026-01-06 00:00:02Z (its limit 'day')").Which.RetryAfter.Should().Be(new TimeSpan(16, 0, 2));
        (server.Answered, server.Refusals).Should().Be((500, 0));
    }

    [Test]
    public async Task A_quota_of_errors_stops_only_the_endpoint_that_used_it_up()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((404, []));
        using var bed = PacingTests.Connect(clock, network, new RateLimit("errors", 10, TimeSpan.FromHours(1)) { EachGroup = true, CountedStatuses = [400, 401, 403, 404] });
        await PacingTests.CallAsync(bed, 10, "contacts");
        var more = () => PacingTests.CallAsync(bed, 1, "contacts");

        await more.Should().ThrowAsync<SystemBusyException>();
        await PacingTests.CallAsync(bed, 10, "items");

        network.Calls.Should().Be(20);
    }

    [Test]
    public async Task Answers_that_are_no_error_do_not_count_for_a_quota_of_errors()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((200, []));
        using var bed = PacingTests.Connect(clock, network, new RateLimit("errors", 10, TimeSpan.FromHours(1)) { CountedStatuses = [404] });

        await PacingTests.CallAsync(bed, 100);

        clock.Waits.Should().BeEmpty();
    }

    [Test]
    public async Task A_limit_of_one_group_does_not_hold_for_others()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((200, []));
        using var bed = PacingTests.Connect(clock, network, new RateLimit("reports", 1, TimeSpan.FromHours(1)) { Group = "reports" });

        await PacingTests.CallAsync(bed, 5);
        await PacingTests.CallAsync(bed, 1, "reports");
        var more = () => PacingTests.CallAsync(bed, 1, "reports");

        await more.Should().ThrowAsync<SystemBusyException>();
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Calls_for_tokens_count_where_the_limit_says_so(bool counts, int waits)
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((200, [])) { Body = """{"access_token":"a","expires_in":600}""" };
        using var bed = PacingTests.Connect(clock, network, new RateLimit("second", 1, TimeSpan.FromSeconds(1)) { CountsTokenCalls = counts });
        bed.Options = bed.Options with { Authentication = new ClientCredentialsAuthentication(new Uri("https://example.com/token"), "id", "secret") };

        await PacingTests.CallAsync(bed, 1);

        clock.Waits.Should().HaveCount(waits);
    }

    [Test]
    public async Task Damaged_counts_are_begun_anew()
    {
        var clock = PacingTests.StartAt(0);
        using var network = new Script((200, []));
        using var first = PacingTests.Connect(clock, network, new RateLimit("minute", 2, Minute));
        await PacingTests.CallAsync(first, 2);
        foreach (var file in Directory.GetFiles(first.Folder, "limit-*.json"))
            await File.WriteAllTextAsync(file, "{\"frees\":[1,");
        using var second = new Bed(first.Options.BaseAddress, first.Options, sharing: first, network);

        await PacingTests.CallAsync(second, 2);

        clock.Waits.Should().BeEmpty();
    }

    [TestCase("30", "Seconds")]
    [TestCase("1767600030", "EpochSeconds")]
    [TestCase("1767600030000", "EpochMilliseconds")]
    [TestCase("Mon, 05 Jan 2026 08:00:30 GMT", "Date")]
    [TestCase("2026-01-05T08:00:30Z", "Date")]
    public void A_reset_is_read_in_its_unit(string text, string unit)
    {
        var now = PacingTests.StartAt(0).GetUtcNow();
        var headers = new LimitHeaders { Remaining = "X-Remaining", Reset = "X-Reset", ResetUnit = Enum.Parse<ResetUnit>(unit) };

        var told = Announcement.Read(new RestResponse(200, [new("x-remaining", "5"), new("x-reset", text)], default), headers, now);

        told.Should().Be(new Announcement(null, 5, now + TimeSpan.FromSeconds(30)));
    }

    [TestCase("soon")]
    [TestCase("9223372036854775807")]
    [TestCase("-9223372036854775808")]
    public void A_reset_that_means_nothing_is_none(string text)
    {
        var headers = new LimitHeaders { Reset = "X-Reset", ResetUnit = ResetUnit.EpochSeconds };

        Announcement.Read(new RestResponse(200, [new("X-Reset", text)], default), headers, default).Reset.Should().BeNull();
    }

    /// <summary>Answers in turn; the last again and again.</summary>
    private sealed class Script(params (int Status, (string Name, string Value)[] Headers)[] answers) : HttpMessageHandler
    {
        private int _calls;

        public int Calls => _calls;

        public string Body { get; init; } = "{}";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, headers) = answers[Math.Min(Interlocked.Increment(ref _calls) - 1, answers.Length - 1)];
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(Body) };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(response);
        }
    }
}
