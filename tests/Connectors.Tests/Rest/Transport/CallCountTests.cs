namespace SesamTalk.Connectors.Tests.Rest.Transport;

/// <summary>Every request counts, for whoever caused it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CallCountTests
{
    [Test]
    public async Task A_request_that_is_repeated_counts_each_time()
    {
        await using var service = await Service.StartAsync(Answers.Of(503), Answers.Of(503), Answers.Ok);
        using var bed = new Bed(service.Address);
        var counted = 0;
        bed.Transport.CountCalls(() => counted++);

        await (await bed.GetAsync()).DisposeAsync();

        (counted, bed.Transport.Calls, service.Seen.Count).Should().Be((3, 3, 3));
    }

    [Test]
    public async Task Each_page_counts_also_those_that_are_fetched_ahead()
    {
        var bed = new RestBed(
            "path: things\nread: { paging: { kind: page, parameter: page, size: 2 } }",
            request => ScriptedTransport.Json(RestBed.ParameterOf(request, "page") == "3" ? RestBed.Rows(7, 1) : RestBed.Rows(int.Parse(RestBed.ParameterOf(request, "page"), System.Globalization.CultureInfo.InvariantCulture) * 10, 2)));
        var counted = 0;
        bed.System.CountCalls(() => Interlocked.Increment(ref counted));

        await bed.CompleteAsync();

        counted.Should().Be(bed.Transport.Seen.Count).And.Be(3);
    }

    [Test]
    public async Task Requests_side_by_side_count_each_for_who_caused_them()
    {
        await using var service = await Service.StartAsync(Answers.Ok);
        using var bed = new Bed(service.Address);

        var counts = await Task.WhenAll(Enumerable.Range(1, 4).Select(times => Task.Run(() => CountAsync(times))));

        counts.Should().Equal(1, 2, 3, 4);
        bed.Transport.Calls.Should().Be(10);

        async Task<int> CountAsync(int times)
        {
            var counted = 0;
            bed.Transport.CountCalls(() => Interlocked.Increment(ref counted));
            for (var i = 0; i < times; i++)
                await (await bed.GetAsync()).DisposeAsync();
            return counted;
        }
    }
}
