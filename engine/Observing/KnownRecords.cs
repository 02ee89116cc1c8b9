using System.Text;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Observing;

/// <summary>Which records of a batch are known: one range of the state beside the batch, or look-ups where the batch is too scattered.</summary>
internal sealed class KnownRecords(MirrorTable mirror)
{
    private const int ScatterFactor = 4;

    private readonly Dictionary<string, KnownRecord> _known = new(StringComparer.Ordinal);

    /// <summary>The known records of a batch, by key; valid until the next call.</summary>
    public IReadOnlyDictionary<string, KnownRecord> Of(MappedEntity entity, IReadOnlyList<string> keys)
    {
        _known.Clear();
        if (keys.Count > 0 && !TryRange(entity, keys))
        {
            _known.Clear();
            LookUp(entity, keys);
        }

        return _known;
    }

    private bool TryRange(MappedEntity entity, IReadOnlyList<string> keys)
    {
        var (first, last) = (keys[0], keys[0]);
        foreach (var key in keys)
        {
            // Beyond ASCII the order of texts here and in the state may differ.
            if (!Ascii.IsValid(key))
            {
                return false;
            }

            first = string.CompareOrdinal(key, first) < 0 ? key : first;
            last = string.CompareOrdinal(key, last) > 0 ? key : last;
        }

        return mirror.TryFindBetween(entity, first, last, keys.Count * ScatterFactor, _known);
    }

    private void LookUp(MappedEntity entity, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            if (mirror.Find(entity, key) is { } known)
            {
                _known[key] = known;
            }
        }
    }
}
