using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>Looks records up.</summary>
internal static class Finder
{
    public static RecordBatch ByKeys(MemoryEntity entity, ReadRequest request, IReadOnlyList<string> keys)
    {
        lock (entity.System.Gate)
            return Show(entity, request, keys.Distinct(StringComparer.Ordinal).Select(entity.Table.Find).OfType<StoredRecord>());
    }

    public static RecordBatch ByValues(
        MemoryEntity entity, ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values)
    {
        var wanted = properties.Select(entity.Layout.PlaceOf).Zip(values).ToList();
        lock (entity.System.Gate)
            return Show(entity, request, entity.Table.InKeyOrder.Where(r => wanted.TrueForAll(w => r.Values[w.First] == w.Second)));
    }

    private static RecordBatch Show(MemoryEntity entity, ReadRequest request, IEnumerable<StoredRecord> records) =>
        BatchReader.Batch(entity, new Projection(entity, request.Shape), [.. records]);
}
