using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Writing;

/// <summary>Sends writes to a system: in batches that it takes, one by one where a batch fails (clauses W4, W5).</summary>
internal sealed class Sender(RunContext context)
{
    private readonly KeyLookup _lookup = new(context);

    /// <summary>Sends records of one entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="flow">The flow that the calls count for.</param>
    /// <param name="requests">The records.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>
    /// What became of each, in order: <see langword="null"/> where the system failed under it, so that nobody knows; <see cref="NotSent"/> for those after it,
    /// and for creates that it did not take because it was busy; <see cref="PartlyDone"/> where it was busy in the middle of changes. A sending that is cancelled tells in the same way how far it came.
    /// </returns>
    public async Task<IReadOnlyList<WriteOutcome?>> SendAsync(MappedEntity entity, MappedFlow flow, IReadOnlyList<WriteRequest> requests, CancellationToken cancellationToken)
    {
        var outcomes = new List<WriteOutcome?>(requests.Count);
        foreach (var batch in requests.Chunk(context.CapabilitiesOf(entity).WriteBatchSize))
        {
            outcomes.AddRange(await SendBatchAsync(entity, flow, batch, cancellationToken));
        }

        return await WithWhatIsStoredAsync(entity, outcomes, cancellationToken);
    }

    // W3: a system that rewrites and does not answer is asked what it made of it.
    private async Task<IReadOnlyList<WriteOutcome?>> WithWhatIsStoredAsync(
        MappedEntity entity, List<WriteOutcome?> outcomes, CancellationToken cancellationToken)
    {
        string[] silent = [.. outcomes.OfType<Written>().Where(written => written.Stored is null).Select(written => written.Key)];
        if (silent.Length == 0 || context.CapabilitiesOf(entity) is not { RewritesValues: true, LooksUpByKey: true })
        {
            return outcomes;
        }

        return await LookAsync(entity, silent, cancellationToken) is { } shown
            ? outcomes.ConvertAll(outcome => outcome is Written { Stored: null } written ? written with { Stored = shown.GetValueOrDefault(written.Key) } : outcome)
            : outcomes;
    }

    private async Task<IReadOnlyDictionary<string, Record?>?> LookAsync(MappedEntity entity, string[] keys, CancellationToken cancellationToken)
    {
        try
        {
            return await _lookup.FindAsync(entity, keys, RunStage.Writing, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<WriteOutcome?>> SendBatchAsync(MappedEntity entity, MappedFlow flow, WriteRequest[] batch, CancellationToken cancellationToken)
    {
        if (context.SystemOf(entity).IsDown || cancellationToken.IsCancellationRequested)
        {
            return Array.ConvertAll<WriteRequest, WriteOutcome?>(batch, _ => NotSent.Outcome);
        }

        try
        {
            return await CallAsync(entity, flow, batch, cancellationToken);
        }
        catch (BatchFailedException failure) when (batch.Length == 1)
        {
            return [new Rejected(failure.Message)];
        }
        catch (BatchFailedException)
        {
            return await SendOneByOneAsync(entity, flow, batch, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<WriteOutcome?>> SendOneByOneAsync(MappedEntity entity, MappedFlow flow, WriteRequest[] batch, CancellationToken cancellationToken)
    {
        var outcomes = new List<WriteOutcome?>(batch.Length);
        foreach (var request in batch)
        {
            outcomes.AddRange(await SendBatchAsync(entity, flow, [request], cancellationToken));
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<WriteOutcome?>> CallAsync(MappedEntity entity, MappedFlow flow, WriteRequest[] batch, CancellationToken cancellationToken)
    {
        var system = context.SystemOf(entity);
        IReadOnlyList<WriteOutcome?>? outcomes = null;
        var (mayBeDone, partlyDone, came) = (false, false, false);
        try
        {
            came = await system.CallAsync(
                new Errand(RunStage.Writing, entity.Name, flow),
                async () =>
                {
                    // What was done before the wait would be done a second time.
                    if (!partlyDone)
                    {
                        mayBeDone = true;
                        outcomes = await WriteAsync(
                            system, new WriteBatch(entity.Description, entity.Shape, batch), busy => (mayBeDone, partlyDone) = (busy, busy), cancellationToken);
                    }
                },
                cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }

        // Which of a batch were done is not known, so each is read before it is written again: a look a record, and only where a service takes
        // several records at once and became busy in the middle of one. To tell them apart would cost every batch more than that.
        if (came && partlyDone)
        {
            return Array.ConvertAll<WriteRequest, WriteOutcome?>(batch, request => request is UpdateRequest ? PartlyDone.Outcome : null);
        }

        return outcomes ?? Array.ConvertAll<WriteRequest, WriteOutcome?>(batch, request => mayBeDone || request is not CreateRequest ? null : NotSent.Outcome);
    }

    // Where a system is busy, or the call was cancelled, no create was made; an update may be of several requests, and some of them done.
    private static async Task<IReadOnlyList<WriteOutcome>> WriteAsync(ReachedSystem system, WriteBatch batch, Action<bool> isPartlyDone, CancellationToken cancellationToken)
    {
        try
        {
            return await ((IWriter)system.Connection).WriteAsync(batch, cancellationToken);
        }
        catch (Exception trouble) when (trouble is SystemBusyException or OperationCanceledException)
        {
            isPartlyDone(trouble is SystemBusyException { IsPartlyDone: true });
            throw;
        }
    }
}
