namespace SesamTalk.Connectors.Systems;

/// <summary>What a system can do with an entity: data, not guesses. The interfaces beside it say how.</summary>
public sealed record Capabilities
{
    /// <summary>Complete reads (<see cref="Reading.ICompleteReader"/>).</summary>
    public bool ReadsComplete { get; init; }

    /// <summary>Complete reads come in ascending ordinal order of the keys.</summary>
    public bool ReadsInKeyOrder { get; init; }

    /// <summary>Reads since a cursor (<see cref="Reading.IChangeReader"/>).</summary>
    public bool ReadsSince { get; init; }

    /// <summary>Reads of nothing but the keys of all records (<see cref="Reading.IKeyReader"/>).</summary>
    public bool ReadsKeys { get; init; }

    /// <summary>Reads since a cursor tell what was deleted (<see cref="Reading.RecordBatch.Deleted"/>).</summary>
    public bool TellsDeletes { get; init; }

    /// <summary>Look-up by key (<see cref="Reading.IKeyLookup"/>).</summary>
    public bool LooksUpByKey { get; init; }

    /// <summary>Look-up by values (<see cref="Reading.IValueLookup"/>).</summary>
    public bool LooksUpByValues { get; init; }

    /// <summary>Writes only where what is expected is there (clause W2).</summary>
    public bool WritesConditionally { get; init; }

    /// <summary>A create repeated under the same idempotency key has no further effect (clause C3).</summary>
    public bool KnowsIdempotencyKeys { get; init; }

    /// <summary>A created record takes the key that the client gives (clause C3).</summary>
    public bool TakesKeys { get; init; }

    /// <summary>The answer to a write shows the record as stored (clause W3).</summary>
    public bool AnswersWithStoredState { get; init; }

    /// <summary>The system changes values that it is given: trims, rounds, cuts (clauses O6, W3).</summary>
    public bool RewritesValues { get; init; }

    /// <summary>Records carry their modification time (clause O3).</summary>
    public bool GivesModificationTimes { get; init; }

    /// <summary>The greatest number of records in one write.</summary>
    public int WriteBatchSize { get; init; } = 1000;
}
