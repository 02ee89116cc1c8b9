using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.History;

/// <summary>
/// Takes a run back (clause H2): writes the earlier values where nobody has changed them since, each as an edit of its record, made
/// now, so that no counterpart overwrites it and all follow.
/// </summary>
internal sealed class Undoing(RunContext context, long run)
{
    private const int MostListed = 1000;

    private readonly StateFile _state = context.State;
    private readonly List<UndoneChange> _restored = [];
    private readonly List<UndoneChange> _left = [];

    // For each change, in the order of the journal, whether its earlier value was asked for.
    private readonly Queue<bool> _wished = [];

    /// <summary>How many properties have their earlier value again.</summary>
    public long Restored { get; private set; }

    /// <summary>What became of the changes.</summary>
    public IEnumerable<UndoneChange> Changes => _restored.Concat(_left);

    /// <summary>Restores what can be.</summary>
    public async Task RestoreAsync(Writer writer, CancellationToken cancellationToken)
    {
        _state.Begin();
        ForEach(Wish);
        _state.Commit();
        await writer.WriteAsync(cancellationToken);
        ForEach(Tell);
    }

    // All that the run did to one property is one change: from what was there first to what was there last.
    private void ForEach(Action<EarlierValue> act)
    {
        var changes = new Dictionary<int, EarlierValue>();
        foreach (var row in _state.Journal.Of(run, _state.Numbers))
        {
            if (changes.Values.FirstOrDefault() is { } one && one.Record != row.Name)
            {
                changes.Values.ToList().ForEach(act);
                changes.Clear();
            }

            foreach (var change in row.Changes)
            {
                var first = changes.GetValueOrDefault(change.Slot);
                changes[change.Slot] = new EarlierValue(row.Entity, row.Name, first?.Kind ?? row.Kind, first?.Before ?? change.Before, change);
            }
        }

        changes.Values.ToList().ForEach(act);
    }

    private void Wish(EarlierValue earlier)
    {
        var found = Find(earlier);
        var isWished = found is not null && WhyNot(earlier, found) is null;
        _wished.Enqueue(isWished);
        if (found is not null && isWished)
        {
            var stamp = PersonsEdit.Of(context, found.Entity, found.Mirror, found.Property, earlier.Last.Stamp.Generation);
            _state.Wishes.Add(found.Entity, found.Mirror, new Wish(found.Property, earlier.Before, stamp, found.Flow, found.Row));
        }
    }

    private void Tell(EarlierValue earlier)
    {
        var found = Find(earlier);
        if (_wished.Dequeue() && found is not null && IsThere(earlier, found))
        {
            Restored++;
            List(_restored, earlier, found, null);
            return;
        }

        var reason = found is null ? "no flow maps it any longer" : WhyNot(earlier, found) ?? $"{found.Entity.System.Name} did not take it; the findings tell why";
        List(_left, earlier, found, reason);
    }

    private static void List(List<UndoneChange> list, EarlierValue earlier, FoundValue? found, string? reason)
    {
        var isWhole = earlier.Kind != ChangeKind.Updated;
        if (list.Count == MostListed || (isWhole && list.Count > 0 && list[^1].Record == earlier.Record.ToString()))
        {
            return;
        }

        var sensitive = found is null || found.Entity.Sensitive[found.Property];
        list.Add(isWhole
            ? new UndoneChange(earlier.Record.ToString(), null, Value.None, Value.None, reason)
            : new UndoneChange(earlier.Record.ToString(), found?.Path, Masked.Of(earlier.Before, sensitive), Masked.Of(earlier.Last.After, sensitive), reason));
    }

    private string? WhyNot(EarlierValue earlier, FoundValue found) => earlier.Kind switch
    {
        ChangeKind.Created => $"that run created it; delete it in {found.Entity.System.Name} if it is not wanted",
        not ChangeKind.Updated => "that run took it away",
        _ when !IsUntouched(earlier, found) => "it was changed since",
        _ => WouldBeLost(earlier.Last.Stamp, found) ? $"{earlier.Last.Stamp.Origin} held the value before the two were linked, and would lose it; unlink them first" : null,
    };

    // What came together on a new link was nobody's edit: to take it back would take it from where it always was.
    private bool WouldBeLost(Stamp edit, FoundValue found) => edit.Generation == 0
        && context.Set.Entities.FirstOrDefault(entity => entity.Name == edit.Origin.Entity) is { } entity
        && _state.Mirror.Find(entity, edit.Origin.Key) is { } origin
        && _state.Mirror.ClusterOf(origin.Id) == found.Mirror.Cluster;

    private static bool IsUntouched(EarlierValue earlier, FoundValue found) =>
        found.Mirror.Stamps[found.Property].IsSameEdit(earlier.Last.Stamp) && found.Form.Same(found.Value, earlier.Last.After);

    private static bool IsThere(EarlierValue earlier, FoundValue found)
    {
        var stamp = found.Mirror.Stamps[found.Property];
        return stamp.Origin == earlier.Record && !stamp.IsSameEdit(earlier.Last.Stamp) && found.Form.Same(found.Value, earlier.Before);
    }

    private FoundValue? Find(EarlierValue earlier)
    {
        var flow = context.Set.AllFlows.FirstOrDefault(flow => flow.Number == earlier.Last.Flow);
        if (flow is null || _state.Numbers.EntityOf(earlier.Entity) is not { } entity || _state.Mirror.Find(entity, earlier.Record.Key) is not { } known)
        {
            return null;
        }

        var property = Array.IndexOf(entity.Slots, earlier.Last.Slot);
        var rows = Sides.Both.Where(side => flow.Entity(side) == entity).SelectMany(side => flow.Rows.Where(row => row.PlaceOn(side) == property));
        return property >= 0 && rows.OrderBy(row => row.Row.Place.Line == earlier.Last.Line ? 0 : 1).FirstOrDefault() is { } row
            ? new FoundValue(entity, _state.Mirror.Load(known.Id), property, flow, row)
            : null;
    }

    private sealed record EarlierValue(int Entity, RecordName Record, ChangeKind Kind, Value Before, PropertyJournal Last);

    private sealed record FoundValue(MappedEntity Entity, MirrorRecord Mirror, int Property, MappedFlow Flow, MappedRow Row)
    {
        public string Path => Entity.Shape.Properties[Property].Path;

        public CanonicalForm Form => Entity.Forms[Property];

        public Value Value => Mirror.Values[Property];
    }
}
