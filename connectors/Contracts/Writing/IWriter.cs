namespace SesamTalk.Connectors.Writing;

/// <summary>Ability: create, change and delete records.</summary>
public interface IWriter
{
    /// <summary>Writes the records and tells what became of each, in the order of the requests.</summary>
    /// <exception cref="BatchFailedException">Nothing of the batch was written, because of some record in it (clause W5).</exception>
    /// <exception cref="Systems.SystemFailureException">The system could not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; a create is not made, and none that was sent ends so.</exception>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken);
}
