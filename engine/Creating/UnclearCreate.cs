using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Creating;

/// <summary>Puts a create of which nothing tells whether it was made before a person, with what may have come of it (clause C3).</summary>
internal sealed class UnclearCreate(RunContext context)
{
    private const int MostLookedAt = 1000;

    private readonly StateFile _state = context.State;
    private readonly HashSet<(long Cluster, string Entity)> _told = [];

    /// <summary>Several records could be it, as the system says.</summary>
    public void Hold(Intent intent, string why, IEnumerable<(long Id, string Evidence)> candidates)
    {
        _state.Begin();
        _state.Reviews.RemoveUnresolved(intent.Flow, intent.Side, intent.Origin);
        _state.Reviews.Put(intent.Flow, intent.Side, intent.Origin, ReviewTable.Unresolved, 0, $"its counterpart was being created when a run was interrupted, {why}");
        foreach (var (id, evidence) in candidates)
        {
            _state.Reviews.PutCandidate(intent.Flow, intent.Side, intent.Origin, id, evidence);
        }

        _state.Commit();
        Tell(intent, why);
    }

    /// <summary>The system cannot be asked: of the records that were first seen later and have no counterpart, those are named that hold most of what was sent.</summary>
    public void Hold(Intent intent)
    {
        var alike = _state.Mirror.Since(intent.Entity, intent.Known, MostLookedAt)
            .Where(id => !_state.Links.Has(intent.Flow, intent.Side.Other(), id) && !_state.Apart.Has(intent.Origin, id))
            .Select(id => (Id: id, Same: Same(intent, _state.Mirror.Load(id).Values)))
            .Where(it => it.Same > 0)
            .GroupBy(it => it.Same)
            .MaxBy(it => it.Key);
        var sent = intent.Values.Count(value => !value.IsNone);
        Hold(intent, "and nothing tells whether it was made: no key, reference or natural key finds it", (alike ?? Enumerable.Empty<(long Id, int Same)>()).Select(it => (it.Id, $"holds {it.Same} of the {sent} values that were sent")));
    }

    private static int Same(Intent intent, Value[] values) =>
        Enumerable.Range(0, values.Length).Count(place => !intent.Values[place].IsNone && intent.Entity.Forms[place].Same(intent.Values[place], values[place]));

    // Once a run, however often the run looks.
    private void Tell(Intent intent, string why)
    {
        if (_told.Add((intent.Cluster, intent.Entity.Name)))
        {
            context.Ledger.Add(new Finding(
                FindingKind.Unresolved,
                _state.Mirror.NameOf(intent.Origin).ToString(),
                $"its counterpart in {intent.Entity.Name} was being created when a run was interrupted, {why}",
                $"Look in {intent.Entity.System.Name} whether it is there; 'sesamtalk links show RECORD' tells what it may be. If it is, link the two with 'sesamtalk links link'; if not, 'sesamtalk dead-letters retry RECORD' has it made. Until then nothing is created for the record."));
        }
    }
}
