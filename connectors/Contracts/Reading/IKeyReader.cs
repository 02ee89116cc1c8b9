namespace SesamTalk.Connectors.Reading;

/// <summary>Ability: read the keys of all records of an entity, and nothing else of them, so that what is gone is found (clause O5).</summary>
public interface IKeyReader
{
    /// <summary>
    /// The key of every record of the entity, that of a record that cannot be read otherwise included. Ends normally only if all
    /// were read: an incomplete read ends with an exception.
    /// </summary>
    /// <exception cref="Systems.SystemFailureException">The system could not be read.</exception>
    IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken);
}
