using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Writing;

/// <summary>
/// Watches that a run settles (clause T1): a property that is written in more rounds than the flows that run have rows stops its
/// cluster. Each round carries a value over one row, and of several edits the nearer ones may arrive before the one that wins.
/// </summary>
internal sealed class SettlingWatch(RunContext context)
{
    private const int MostTries = 3;

    private readonly Dictionary<(long Record, int Property), int> _written = [];
    private readonly Dictionary<long, int> _tries = [];
    private readonly HashSet<long> _stopped = [];
    private readonly int _most = context.Set.Flows.SelectMany(flow => flow.Rows).Sum(row => 1 + (row.Elements?.Rows.Length ?? 0));
    private int _rounds;

    /// <summary>Begins a round of writing.</summary>
    public void BeginRound() => _rounds++;

    /// <summary>Whether a record that changed underneath may be tried once more (clause W2).</summary>
    public bool MayTryAgain(long record) => (_tries[record] = _tries.GetValueOrDefault(record) + 1) <= MostTries;

    /// <summary>Whether a write may go.</summary>
    public bool Allows(MappedEntity entity, PlannedWrite write)
    {
        if (_stopped.Contains(write.Mirror.Cluster))
        {
            return false;
        }

        if (!IsCounting)
        {
            return true;
        }

        foreach (var wish in write.Changes(entity).Where(wish => _written.GetValueOrDefault((write.Mirror.Id, wish.Property)) >= _most))
        {
            Stop(write, entity.Shape.Properties[wish.Property].Path, wish.Flow);
            return false;
        }

        return true;
    }

    /// <summary>Notes a write that was made. What a system rejects goes round in no circle.</summary>
    public void Note(MappedEntity entity, PlannedWrite write)
    {
        foreach (var wish in IsCounting ? write.Changes(entity) : [])
        {
            _written[(write.Mirror.Id, wish.Property)] = _written.GetValueOrDefault((write.Mirror.Id, wish.Property)) + 1;
        }
    }

    // A property is written at most once a round: as long as there were few rounds there is nothing to count.
    private bool IsCounting => _rounds > _most;

    private void Stop(PlannedWrite write, string property, MappedFlow flow)
    {
        _stopped.Add(write.Mirror.Cluster);
        context.Ledger.Add(new Finding(
            FindingKind.Unsettled,
            write.Mirror.Name.ToString(),
            $"{property} does not settle: it was written again and again, last by {flow.Name}",
            "Look at the rows that map it: two of them pull it apart. The records that belong together with this one were left alone."));
    }
}
