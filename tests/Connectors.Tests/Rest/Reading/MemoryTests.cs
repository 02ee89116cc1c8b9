using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>
/// A read holds the page that is worked on and the one that is fetched meanwhile, however many there are. Pages are large, so that
/// what is kept of them would show many times over; nothing runs beside these tests, because the heap is the whole process's.
/// </summary>
[NonParallelizable]
internal sealed class MemoryTests
{
    private const int Rows = 100, Letters = 2000, Few = 20, Many = 400;

    // What a page takes as text in memory: two bytes a letter.
    private const long PageSize = Rows * Letters * 2L;

    private const string Definition = """
        version: 1
        base: https://api.example.com/v2
        entities:
          Thing:
            read: { path: things, rows: rows, paging: { kind: next_link, next: { at: next } } }
            changes: { parameters: { since: "{cursor}" }, cursor: { property: modified } }
        """;

    private const string Entities = """
        version: 1
        entities:
          Thing:
            key: { property: id, given_by: system }
            modified: modified
            properties:
              id: { type: string, access: never }
              name: { type: string }
              modified: { type: datetime, access: never }
        """;

    [Test]
    public async Task The_heap_does_not_grow_with_the_number_of_pages()
    {
        var few = await MostHeldAsync(Few);
        var many = await MostHeldAsync(Many);

        (many - few).Should().BeLessThan(5 * PageSize);
    }

    [Test]
    public async Task Records_of_pages_that_were_worked_on_are_let_go()
    {
        var seen = new List<WeakReference>();
        var mostAlive = 0;
        await ReadAsync(Many, (page, batch) =>
        {
            seen.Add(new WeakReference(batch.Records[0]));
            if (page % 20 == 0)
            {
                Collect();
                mostAlive = Math.Max(mostAlive, seen.Count(record => record.IsAlive));
            }
        });

        seen.Should().HaveCount(Many);
        mostAlive.Should().BeInRange(1, 5);
    }

    /// <summary>The most that was held while pages were read, beyond what was held before.</summary>
    private static async Task<long> MostHeldAsync(int pages)
    {
        Collect();
        var (before, most) = (GC.GetTotalMemory(false), 0L);
        await ReadAsync(pages, (page, _) =>
        {
            if (page % 20 == 0)
            {
                Collect();
                most = Math.Max(most, GC.GetTotalMemory(false));
            }
        });
        return most - before;
    }

    private static async Task ReadAsync(int pages, Action<int, RecordBatch> see)
    {
        using var network = new EndlessPages(pages, Rows, Letters);
        using var bed = new Bed(new Uri("https://api.example.com/v2"), network: network);
        var read = DefinedSystem.Read(Definition, Entities);
        read.Faults.Should().BeEmpty();
        var entity = read.Entities.Single();
        await using var system = new RestSystem("shop", (RestDefinition)read.Definition!, bed.Transport, bed.Clock);
        var (page, records) = (0, 0);
        await foreach (var batch in system.ReadCompleteAsync(new ReadRequest(entity, new Shape([entity.Property("name")!])), CancellationToken.None))
        {
            records += batch.Records.Count;
            see(++page, batch);
        }

        records.Should().Be(pages * Rows);
    }

    private static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
    }
}
