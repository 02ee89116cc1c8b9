namespace SesamTalk.Connectors.Reading;

/// <summary>Ability: look records up by their keys.</summary>
public interface IKeyLookup
{
    /// <summary>The records of those keys that exist, in any order; a key without a record is simply not among them.</summary>
    /// <exception cref="Systems.SystemFailureException">The system could not be read.</exception>
    Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
