namespace SesamTalk.Connectors.Reading;

/// <summary>Ability: read what changed since a cursor (clause O1).</summary>
public interface IChangeReader
{
    /// <summary>
    /// Every record that may have changed since the cursor; a record that did not change may come too. Batches may carry the
    /// cursor up to which they are complete; the last one does; there is always at least one batch.
    /// </summary>
    /// <exception cref="Systems.CursorVoidException">The cursor no longer holds; read completely.</exception>
    /// <exception cref="Systems.SystemFailureException">The system could not be read.</exception>
    IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken);
}
