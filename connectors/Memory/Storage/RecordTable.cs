using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Storage;

/// <summary>The records of one entity by key, with the counters that cursors and generated keys come from.</summary>
internal sealed class RecordTable(Layout layout)
{
    private readonly SortedDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _deleted = new(StringComparer.Ordinal);
    private long _lastNumber;

    public long LastVersion { get; private set; }

    public IReadOnlyCollection<StoredRecord> InKeyOrder => _records.Values;

    public StoredRecord? Find(string key) => _records.GetValueOrDefault(key);

    public StoredRecord Get(string key) => Find(key) ?? throw new KeyNotFoundException($"There is no record '{key}'.");

    public StoredRecord Add(string? key, Value[] values, DateTime now)
    {
        _lastNumber++;
        key ??= FreeKey();
        var record = new StoredRecord(key, layout.Filled(values, key, now), now, ++LastVersion, _lastNumber);
        _records.Add(key, record);
        _deleted.Remove(key);
        return record;
    }

    public StoredRecord Replace(StoredRecord record, Value[] values, DateTime now)
    {
        var changed = record with { Values = layout.Filled(values, record.Key, now), Modified = now, Version = ++LastVersion };
        _records[record.Key] = changed;
        return changed;
    }

    public void Remove(string key)
    {
        _records.Remove(key);
        _deleted[key] = ++LastVersion;
    }

    public List<string> DeletedSince(long version) => [.. _deleted.Where(deleted => deleted.Value > version).Select(deleted => deleted.Key)];

    // A user may have given a record the key that would be the next.
    private string FreeKey()
    {
        var key = layout.KeyText(_lastNumber);
        while (_records.ContainsKey(key) || _deleted.ContainsKey(key))
        {
            key = layout.KeyText(++_lastNumber);
        }

        return key;
    }
}
