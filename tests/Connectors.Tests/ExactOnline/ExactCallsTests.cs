using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>How many calls the whole side of Exact Online costs, with all its entities and their lines (clause T2).</summary>
[Clause("T2")]
[Parallelizable(ParallelScope.All)]
internal sealed class ExactCallsTests
{
    private readonly Dictionary<string, string?> _cursors = [];

    [Test]
    public async Task Calls_are_few_in_the_first_read_without_a_change_and_with_one_each_way()
    {
        await using var bed = await ExactBed.StartAsync();
        await ReadAsync(bed);
        var first = bed.Calls.Api.Count;

        await bed.ReconnectAsync();
        await ReadAsync(bed);
        var quiet = bed.Calls.Api.Count;

        bed.Exact.Edit("UPDATE Accounts SET Remarks = 'from Exact' WHERE ID = (SELECT min(ID) FROM Accounts)");
        await bed.ReconnectAsync();
        var changed = await ReadAsync(bed);
        var request = bed.Request("Contacts", "Notes");
        var contact = bed.Cell("SELECT ID FROM Contacts LIMIT 1")!;
        await bed.WriteAsync(request, ExactBed.Change(request, contact, ("Notes", Value.None, Value.Text("to Exact"))));
        var oneEachWay = bed.Calls.Api.Count;

        changed.Should().Be(1);
        TestContext.Out.WriteLine($"first read {first}, no change {quiet}, one change each way {oneEachWay}");
        (quiet, oneEachWay).Should().Be((10, 11), "the division, the log of deletes, and a call for each of eight entities; then the write");
        first.Should().Be(10 + Lines(bed, "SalesOrders") + Lines(bed, "Quotations"), "and the lines of twenty heads a call");
        bed.Calls.Statuses.Should().OnlyContain(status => status == 200 || status == 204);
    }

    private static int Lines(ExactBed bed, string heads) =>
        (int.Parse(bed.Cell($"SELECT count(*) FROM {heads}")!, System.Globalization.CultureInfo.InvariantCulture) + 19) / 20;

    /// <summary>What a run reads; tells how many records of the fed entities came.</summary>
    private async Task<int> ReadAsync(ExactBed bed)
    {
        var count = 0;
        foreach (var entity in bed.Entities)
        {
            var request = bed.Request(entity.Name, [.. entity.Properties.Select(p => p.Path)]);
            List<RecordBatch> batches = _cursors.GetValueOrDefault(entity.Name) is { } cursor ? await bed.SinceAsync(request, cursor) : await bed.CompleteAsync(request);
            _cursors[entity.Name] = batches[^1].Cursor;
            count += batches[^1].Cursor is null ? 0 : batches.Sum(batch => batch.Records.Count);
        }

        return count;
    }
}
