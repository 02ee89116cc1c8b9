using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Deleting;

/// <summary>Finds the records that a complete read lacks (clause O5), unless it lacks so many that a person is to look first (clause G2).</summary>
internal sealed class Absences(RunContext context, Departures departures)
{
    private readonly StateFile _state = context.State;
    private readonly KeyLookup _lookup = new(context);

    /// <summary>Whether what is gone from an entity has to be found in every run, and no feed tells it.</summary>
    public bool AreSought(MappedEntity entity) =>
        !context.CapabilitiesOf(entity).TellsDeletes && context.Set.FlowsOf(entity).Any(on => on.Flow.PassesDeletesOn);

    /// <summary>Notes what is gone, after a read that came to its end.</summary>
    public async Task LookAsync(MappedEntity entity, SeenRecords seen, CancellationToken cancellationToken)
    {
        if (seen.Missing == 0)
        {
            return;
        }

        if ((!seen.HasAny || seen.Missing * 2 > seen.Present) && !context.AcceptedLosses.Contains(entity.Name))
        {
            Guard(entity, seen);
        }
        else if (!seen.HasNameless || context.CapabilitiesOf(entity).LooksUpByKey)
        {
            await NoteAsync(entity, seen, cancellationToken);
        }
    }

    private async Task NoteAsync(MappedEntity entity, SeenRecords seen, CancellationToken cancellationToken)
    {
        for (var (after, more) = (string.Empty, true); more;)
        {
            var page = _state.Mirror.Page(entity, after, context.BatchSize);
            var missing = page.FindAll(record => !seen.Has(record.Id));
            if (missing.Count > 0 && !await NoteAsync(entity, missing, cancellationToken))
            {
                return;
            }

            more = page.Count == context.BatchSize;
            after = more ? page[^1].Key : after;
        }
    }

    private async Task<bool> NoteAsync(MappedEntity entity, List<(string Key, long Id)> missing, CancellationToken cancellationToken)
    {
        if (await StillThereAsync(entity, missing, cancellationToken) is not { } there)
        {
            return false;
        }

        _state.Begin();
        foreach (var (key, id) in missing.Where(record => !there.ContainsKey(record.Key)))
        {
            departures.Depart(entity, key, id);
        }

        _state.Commit();
        return true;
    }

    private async Task<IReadOnlyDictionary<string, Record?>?> StillThereAsync(MappedEntity entity, List<(string Key, long Id)> missing, CancellationToken cancellationToken) =>
        context.CapabilitiesOf(entity).LooksUpByKey
            ? await _lookup.FindAsync(entity, missing.ConvertAll(record => record.Key), RunStage.Observing, cancellationToken)
            : new Dictionary<string, Record?>();

    private void Guard(MappedEntity entity, SeenRecords seen)
    {
        MappedFlow[] stopped = [.. context.Set.FlowsOf(entity).Select(on => on.Flow).Distinct()];
        foreach (var flow in stopped)
        {
            context.Allowances.Stop(flow);
        }

        context.Ledger.Add(new Finding(
            FindingKind.Guarded,
            entity.Name,
            $"{(seen.HasAny ? $"{seen.Missing} of its {seen.Present} records are" : $"it was read empty, and its {seen.Present} records are")} no longer there; stopped: {string.Join(", ", stopped.Select(flow => flow.Name))}",
            $"Look whether the system shows all of them. If they are really gone, run once with '--accept-loss {entity.Name}'."));
    }
}
