using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>Reads an entity as it stands at one moment, in batches.</summary>
internal static class BatchReader
{
    public static IEnumerable<RecordBatch> Complete(MemoryEntity entity, ReadRequest request)
    {
        var (records, _, version) = Snapshot(entity, long.MinValue);
        return InBatches(entity, request, ReadOrder.Of(entity, records), _ => null, version);
    }

    public static IEnumerable<RecordBatch> Since(MemoryEntity entity, ReadRequest request, string cursor)
    {
        var seen = Cursor.VersionOf(entity, cursor);
        var (records, deleted, version) = Snapshot(entity, seen);
        records.Sort((left, right) => left.Version.CompareTo(right.Version));
        var batches = InBatches(entity, request, records, last => Cursor.Of(entity, last.Version), version);

        // What was deleted comes first, so that no cursor passes it by.
        return entity.Capabilities.TellsDeletes ? batches.Select((batch, i) => i == 0 ? batch with { Deleted = deleted } : batch) : batches;
    }

    public static RecordBatch Batch(MemoryEntity entity, Projection projection, IReadOnlyCollection<StoredRecord> records) =>
        new([.. records.Where(r => !entity.BadRows.ContainsKey(r.Key)).Select(projection.Show)])
        {
            Faults = [.. records.Where(r => entity.BadRows.ContainsKey(r.Key)).Select(r => entity.BadRows[r.Key])],
        };

    public static IEnumerable<IReadOnlyList<string>> Keys(MemoryEntity entity, ReadRequest request)
    {
        var (records, _, _) = Snapshot(entity, long.MinValue);
        string[][] batches = records.Count == 0 ? [[]] : [.. records.Select(record => record.Key).Chunk(request.BatchSize)];
        for (var i = 0; i < batches.Length; i++)
        {
            entity.System.Faults.OnBatchRead(i);
            yield return batches[i];
        }
    }

    private static (List<StoredRecord> Records, List<string> Deleted, long Version) Snapshot(MemoryEntity entity, long since)
    {
        lock (entity.System.Gate)
            return ([.. entity.Table.InKeyOrder.Where(record => record.Version > since)], entity.Table.DeletedSince(since), entity.Table.LastVersion);
    }

    private static IEnumerable<RecordBatch> InBatches(
        MemoryEntity entity, ReadRequest request, List<StoredRecord> records, Func<StoredRecord, string?> cursorAfter, long version)
    {
        var projection = new Projection(entity, request.Shape);
        var last = Math.Max(0, records.Count - 1) / request.BatchSize;
        for (var i = 0; i <= last; i++)
        {
            entity.System.Faults.OnBatchRead(i);
            var part = records.Skip(i * request.BatchSize).Take(request.BatchSize).ToList();
            var cursor = !entity.Capabilities.ReadsSince ? null : i == last ? Cursor.Of(entity, version) : cursorAfter(part[^1]);
            yield return Batch(entity, projection, part) with { Cursor = cursor };
        }
    }
}
