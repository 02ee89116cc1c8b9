using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Linking;

/// <summary>On which edits the elements of the lists of a link last agreed, by row, key and property (clauses R4, R5, R11). Immutable.</summary>
internal sealed class ElementAgreement
{
    private readonly Dictionary<long, (long Source, long Target)> _agreed;

    private ElementAgreement(Dictionary<long, (long, long)> agreed) => _agreed = agreed;

    /// <summary>Nothing was ever agreed.</summary>
    public static ElementAgreement None { get; } = new([]);

    /// <summary>Of these edits, by the numbers that <see cref="NumberOf"/> gives.</summary>
    public static ElementAgreement Of(Dictionary<long, (long Source, long Target)> agreed) => agreed.Count == 0 ? None : new(agreed);

    /// <summary>The number of a property of an element; of the element itself where no row is given.</summary>
    public static long NumberOf(int list, string key, string? row) => Fingerprint.Start.Add(list).Add(key).Add(row ?? string.Empty).Value;

    /// <summary>The edits, by number.</summary>
    public IReadOnlyDictionary<long, (long Source, long Target)> All => _agreed;

    /// <summary>On what a property of an element last agreed.</summary>
    public RowAgreement Find(long number) => _agreed.TryGetValue(number, out var agreed) ? new RowAgreement(agreed.Source, agreed.Target) : default;

    /// <summary>Whether both are the same.</summary>
    public bool IsSame(ElementAgreement other) =>
        _agreed.Count == other._agreed.Count && _agreed.All(it => other._agreed.TryGetValue(it.Key, out var agreed) && agreed == it.Value);
}
