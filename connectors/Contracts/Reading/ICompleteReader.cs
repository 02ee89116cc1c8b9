namespace SesamTalk.Connectors.Reading;

/// <summary>Ability: read every record of an entity (clause O1).</summary>
public interface ICompleteReader
{
    /// <summary>
    /// Every record of the entity. Ends normally only if all were read: an incomplete read ends with an exception. The last
    /// batch carries the cursor to go on from, where the system can read since one; there is always at least one batch.
    /// Records come in ascending order of their keys (ordinal) where <see cref="Systems.Capabilities.ReadsInKeyOrder"/> says so.
    /// </summary>
    /// <exception cref="Systems.SystemFailureException">The system could not be read.</exception>
    IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken);
}
