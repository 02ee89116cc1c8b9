using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Writing;

/// <summary>Looks at records once more around a write, so that no edit is overwritten unseen (clause W2).</summary>
internal sealed class SecondLook(RunContext context, Observer observer, SettlingWatch watch)
{
    private const string Gone = "the record is no longer there";

    private readonly StateFile _state = context.State;
    private readonly KeyLookup _lookup = new(context);

    /// <summary>Before the write: a system that cannot write conditionally but can be read cheaply is read first.</summary>
    /// <returns>The writes of the records that are as they are believed to be; the others are observed anew.</returns>
    public async Task<List<PlannedWrite>> BeforeAsync(MappedEntity entity, List<PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var capabilities = context.CapabilitiesOf(entity);
        if (capabilities.WritesConditionally || !capabilities.LooksUpByKey)
        {
            return writes;
        }

        var present = await _lookup.FindAsync(entity, [.. writes.Select(write => write.Mirror.Name.Key)], RunStage.Writing, cancellationToken);
        _state.Begin();
        var unchanged = writes.FindAll(write => present?.GetValueOrDefault(write.Mirror.Name.Key) is not { } record || !observer.Meet(entity, write.Mirror, record).Differs);
        writes.Except(unchanged).ToList().ForEach(write => _state.Sent.Remove(entity, write.Mirror.Name.Key));
        _state.Commit();
        return unchanged;
    }

    /// <summary>Where something else was there: the record is observed and reconciled again. The caller has a transaction open.</summary>
    /// <returns>Why it cannot be, and is to be set aside; nothing where it can.</returns>
    public async Task<string?> AtChangedAsync(MappedEntity entity, PlannedWrite write, Record? current, CancellationToken cancellationToken)
    {
        var key = write.Mirror.Name.Key;
        if (current is null && context.CapabilitiesOf(entity).LooksUpByKey)
        {
            var found = cancellationToken.IsCancellationRequested ? null : await _lookup.FindAsync(entity, [key], RunStage.Writing, cancellationToken);
            if (found is null)
            {
                LeaveForNextRun(entity, write);
                return null;
            }

            current = found.GetValueOrDefault(key);
            if (current is null)
            {
                return found.ContainsKey(key) ? "the record cannot be read" : Gone;
            }
        }
        else if (current is null && IsUnread(entity, key))
        {
            LeaveForNextRun(entity, write);
            return null;
        }
        else if (current is null)
        {
            return Gone;
        }

        if (!watch.MayTryAgain(write.Mirror.Id))
        {
            return "the record changes whenever it is to be written";
        }

        context.Mark(observer.Meet(entity, write.Mirror, current).Mirror);
        return null;
    }

    /// <summary>
    /// Where the system became busy in the middle: what was done before is found as it is after a lost answer, and the rest is written
    /// anew (clauses W4, O2). The caller has a transaction open.
    /// </summary>
    public async Task AtPartlyDoneAsync(MappedEntity entity, PlannedWrite write, CancellationToken cancellationToken)
    {
        var key = write.Mirror.Name.Key;
        var record = context.CapabilitiesOf(entity).LooksUpByKey && !cancellationToken.IsCancellationRequested && watch.MayTryAgain(write.Mirror.Id)
            ? (await _lookup.FindAsync(entity, [key], RunStage.Writing, cancellationToken))?.GetValueOrDefault(key)
            : null;
        if (record is null)
        {
            LeaveForNextRun(entity, write);
            return;
        }

        observer.TakeIn(entity, record);
        context.Mark(_state.Mirror.Load(write.Mirror.Id));
    }

    private void LeaveForNextRun(MappedEntity entity, PlannedWrite write) =>
        _state.Pending.LeaveForNextRun(write.Mirror.Name, entity.Number, write.Mirror.Id);

    // What this run itself has put there, and nothing can show before the next read: such as the keys that a system gives to elements.
    private bool IsUnread(MappedEntity entity, string key) =>
        _state.Mirror.Find(entity, key) is { Written: { } written } && written >= context.Now;
}
