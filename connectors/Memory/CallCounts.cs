using SesamTalk.Connectors.Memory.Faults;

namespace SesamTalk.Connectors.Memory;

/// <summary>How often a system was called, and how many records were written by that.</summary>
public sealed record CallCounts
{
    /// <summary>Complete reads begun.</summary>
    public int CompleteReads { get; init; }

    /// <summary>Reads since a cursor begun.</summary>
    public int ReadsSince { get; init; }

    /// <summary>Reads of all keys begun.</summary>
    public int KeyReads { get; init; }

    /// <summary>Look-ups by key.</summary>
    public int KeyLookups { get; init; }

    /// <summary>Look-ups by values.</summary>
    public int ValueLookups { get; init; }

    /// <summary>Calls that write, whatever came of them.</summary>
    public int WriteCalls { get; init; }

    /// <summary>Records created.</summary>
    public int Created { get; init; }

    /// <summary>Records changed.</summary>
    public int Updated { get; init; }

    /// <summary>Records deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>All calls.</summary>
    public int All => CompleteReads + ReadsSince + KeyReads + KeyLookups + ValueLookups + WriteCalls;

    /// <summary>Records written, in whatever way.</summary>
    public int Written => Created + Updated + Deleted;

    /// <summary>The counts of both together.</summary>
    public static CallCounts operator +(CallCounts left, CallCounts right) => left.Combine(right, 1);

    /// <summary>What came between two counts.</summary>
    public static CallCounts operator -(CallCounts left, CallCounts right) => left.Combine(right, -1);

    /// <summary>The counts of both together.</summary>
    public static CallCounts Add(CallCounts left, CallCounts right) => left + right;

    /// <summary>What came between two counts.</summary>
    public static CallCounts Subtract(CallCounts left, CallCounts right) => left - right;

    internal CallCounts With(CallKind kind) => kind switch
    {
        CallKind.CompleteRead => this with { CompleteReads = CompleteReads + 1 },
        CallKind.ReadSince => this with { ReadsSince = ReadsSince + 1 },
        CallKind.KeyRead => this with { KeyReads = KeyReads + 1 },
        CallKind.KeyLookup => this with { KeyLookups = KeyLookups + 1 },
        CallKind.ValueLookup => this with { ValueLookups = ValueLookups + 1 },
        _ => this with { WriteCalls = WriteCalls + 1 },
    };

    private CallCounts Combine(CallCounts other, int sign) => new()
    {
        CompleteReads = CompleteReads + (sign * other.CompleteReads),
        ReadsSince = ReadsSince + (sign * other.ReadsSince),
        KeyReads = KeyReads + (sign * other.KeyReads),
        KeyLookups = KeyLookups + (sign * other.KeyLookups),
        ValueLookups = ValueLookups + (sign * other.ValueLookups),
        WriteCalls = WriteCalls + (sign * other.WriteCalls),
        Created = Created + (sign * other.Created),
        Updated = Updated + (sign * other.Updated),
        Deleted = Deleted + (sign * other.Deleted),
    };
}
