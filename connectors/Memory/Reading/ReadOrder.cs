using SesamTalk.Connectors.Memory.Storage;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>The order in which a complete read gives its records.</summary>
internal static class ReadOrder
{
    public static List<StoredRecord> Of(MemoryEntity entity, List<StoredRecord> inKeyOrder)
    {
        if (entity.Capabilities.ReadsInKeyOrder)
            return inKeyOrder;
        return entity.ReadOrderSeed is { } seed ? Shuffled(inKeyOrder, seed) : [.. inKeyOrder.OrderBy(record => record.Number)];
    }

    private static List<StoredRecord> Shuffled(List<StoredRecord> records, int seed)
    {
        var shuffled = records.ToArray();
#pragma warning disable CA5394 // The seed is the point: the same seed gives the same order. Nothing secret hangs on it.
        new Random(seed).Shuffle(shuffled);
#pragma warning restore CA5394
        return [.. shuffled];
    }
}
