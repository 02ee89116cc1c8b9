using System.Text;
using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Observing;

/// <summary>Which records of a batch are known: one range of the state beside the batch, or look-ups where the batch is too scattered.</summary>
internal sealed class KnownRecords(MirrorTable mirror)
{
    private const int ScatterFactor = 4;

    private readonly Dictionary<string, KnownRecord> _known = new(StringComparer.Ordinal);

    /// <summary>The known records of a batch, by key; valid until the next call.</summary>
    public IReadOnlyDictionary<string, KnownRecord> Of(MappedEntity entity, IReadOnlyList<Record> records)
    {
        _known.Clear();
        if (records.Count > 0 && !TryRange(entity, records))
        {
            _known.Clear();
            LookUp(entity, records);
        }

        return _known;
    }

    private bool TryRange(MappedEntity entity, IReadOnlyList<Record> records)
    {
        var (first, last) = (records[0].Key, records[0].Key);
        foreach (var record in records)
        {
            // Beyond ASCII the order of texts here and in the state may differ.
            if (!Ascii.IsValid(record.Key))
            {
                return false;
            }

            first = string.CompareOrdinal(record.Key, first) < 0 ? record.Key : first;
            last = string.CompareOrdinal(record.Key, last) > 0 ? record.Key : last;
        }

        return mirror.TryFindBetween(entity, first, last, records.Count * ScatterFactor, _known);
    }

    private void LookUp(MappedEntity entity, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            if (mirror.Find(entity, record.Key) is { } known)
            {
                _known[record.Key] = known;
            }
        }
    }
}
