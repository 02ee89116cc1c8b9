using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>
/// Decides about the elements of the two lists of a row, as of records: which of them are to be added, changed and removed on either
/// side (clause R11). Knows no state and no system.
/// </summary>
internal sealed class ElementReconciler
{
    private const string OnNewLink = "an element beats a removal on a new link";
    private const string Direction = "direction";

    private readonly MappedRow _row;
    private readonly MappedFlow _elements;
    private readonly ElementAgreement _agreed;
    private readonly RecordName _sourceName;
    private readonly RecordName _targetName;
    private readonly IReferences _references;
    private readonly Dictionary<long, (long Source, long Target)> _agreedNow;
    private readonly List<ElementConflict> _conflicts = [];
    private readonly List<(Side, Wait)> _waits = [];
    private readonly List<(Side, string)> _faults = [];
    private bool _isApart;
    private ElementSet _source;
    private ElementSet _target;

    private ElementReconciler(Meeting meeting, ElementSet source, ElementSet target, ElementAgreement agreed, IReferences references)
    {
        (_row, _elements, _agreed, _references) = (meeting.Row, meeting.Row.Elements!, agreed, references);
        (_source, _target) = (source, target);

        // What the link agreed on about its other lists stays.
        _agreedNow = new Dictionary<long, (long Source, long Target)>(agreed.All);
        (_sourceName, _targetName) = (meeting.Source.Name, meeting.Target.Name);
    }

    /// <summary>Decides about the lists of a row.</summary>
    /// <param name="meeting">The two sides.</param>
    /// <param name="source">The elements of the source.</param>
    /// <param name="target">The elements of the target.</param>
    /// <param name="agreed">On what the elements of the link last agreed.</param>
    /// <param name="references">Translates keys.</param>
    public static ElementOutcome Decide(Meeting meeting, ElementSet source, ElementSet target, ElementAgreement agreed, IReferences references)
    {
        var reconciler = new ElementReconciler(meeting, source, target, agreed, references);
        foreach (var key in source.Elements.Concat(target.Elements).Select(element => element.Key).Distinct().Where(key => !MappedList.IsFaulty(key)))
        {
            reconciler.Decide(key, source.Find(key), target.Find(key));
        }

        return new ElementOutcome(reconciler._source, reconciler._target, ElementAgreement.Of(reconciler._agreedNow))
        {
            IsApart = reconciler._isApart || reconciler._waits.Count + reconciler._faults.Count > 0,
            Conflicts = reconciler._conflicts,
            Waits = reconciler._waits,
            Faults = reconciler._faults,
        };
    }

    private void Decide(string key, Element? source, Element? target)
    {
        switch (source?.IsRemoved ?? true, target?.IsRemoved ?? true)
        {
            case (false, false):
                Agree(key, null, source!.Existence, target!.Existence);
                Pair(source, target);
                break;
            case (false, true):
                DecideLone(Side.Source, source!, target);
                break;
            case (true, false):
                DecideLone(Side.Target, target!, source);
                break;
            default:
                Forget(key);
                break;
        }
    }

    // On one side only: added to the other, or removed, whichever is the later (D3).
    private void DecideLone(Side side, Element lone, Element? removed)
    {
        var greatest = lone.Greatest(_row.Order);
        var agreed = _agreed.Find(NumberOf(lone.Key, null));
        var isLater = removed is null || _row.Order.Beats(greatest, removed.Existence);
        if (isLater && Sends(side))
        {
            Add(side, lone, removed is null ? null : agreed.IsAny ? PolicyName : OnNewLink, removed);
        }
        else if (!isLater && Sends(side.Other()) && agreed.IsAny)
        {
            Remove(side, lone, removed!);
        }
        else if (!isLater && Sends(side.Other()) && Sends(side))
        {
            // R5: on a link that has never agreed about it, a removal never beats an element.
            Raise(side, lone, greatest, removed!);
        }
        else
        {
            _isApart = true;
        }
    }

    // With all that goes over: a copy that the removal has not reached yet is older than the removal, and must not stand above it.
    private void Raise(Side side, Element lone, Stamp greatest, Element removed)
    {
        var above = removed.Existence;
        Stamp Above(Stamp stamp) => stamp with { Time = Math.Max(stamp.Time, above.Time) + 1, Generation = Math.Max(stamp.Generation, above.Generation) + 1 };
        var sent = _elements.Rows.Where(row => side == Side.Source ? row.RunsToTarget : row.RunsToSource).Select(row => row.PlaceOn(side)).ToHashSet();
        var raised = lone with { Existence = Above(greatest), Stamps = [.. lone.Stamps.Select((stamp, place) => sent.Contains(place) ? Above(stamp) : stamp)] };
        if (Add(side, raised, OnNewLink, removed))
        {
            Put(side, raised);
        }
    }

    private bool Add(Side side, Element lone, string? conflictBy, Element? removed)
    {
        var draft = ElementDraft.Of(_elements, side, lone, NameOf(side), _references);
        _waits.AddRange(draft.Waits.Select(wait => (side, wait)));
        if (draft.Fault is { } fault)
        {
            _faults.Add((side, fault));
        }

        if (draft.Element is not { } element)
        {
            return false;
        }

        if (conflictBy is not null)
        {
            Record(side, lone, lone.Greatest(_row.Order), removed!.Existence, isRemoved: false, conflictBy);
        }

        Put(side.Other(), element with { Existence = lone.Greatest(_row.Order).OneHopOn() });
        return true;
    }

    private void Remove(Side side, Element lone, Element removed)
    {
        if (EditUnseen(side, lone) is { } edit)
        {
            Record(side, lone, edit, removed.Existence, isRemoved: true, Sends(side) ? PolicyName : Direction);
        }

        Put(side, lone.Removed(removed.Existence.OneHopOn()));
    }

    // The greatest edit that it carries and the other side has not seen, if there is any.
    private Stamp? EditUnseen(Side side, Element lone) => _elements.Groups
        .Where(group => _agreed.Find(NumberOf(lone.Key, group.Rows[0].Name)) is { IsAny: true } agreed
            && EditsOf(side, lone, group).All(edit => side == Side.Source ? agreed.SourceChanged(edit) : agreed.TargetChanged(edit)))
        .SelectMany(group => EditsOf(side, lone, group))
        .Aggregate((Stamp?)null, (greatest, edit) => greatest is null || _row.Order.Beats(edit, greatest) ? edit : greatest);

    private static IEnumerable<Stamp> EditsOf(Side side, Element lone, RowGroup group) =>
        side == Side.Source ? group.Rows.Select(row => lone.Stamps[row.Source]) : [lone.Stamps[group.Rows[0].Target]];

    // Until both sides show what was decided, what was agreed on is kept.
    private void Forget(string key)
    {
        foreach (var number in _elements.Groups.Select(group => NumberOf(key, group.Rows[0].Name)).Append(NumberOf(key, null)))
        {
            _agreedNow.Remove(number);
        }
    }

    private void Pair(Element source, Element target)
    {
        var pair = new ElementPair(source, target);
        foreach (var group in _elements.Groups)
        {
            if (group.Find(source.Values!, source.Stamps, target.Values!) is { } given)
            {
                Decide(pair, group, given);
            }
        }

        Replace(Side.Source, source, pair.NewSource);
        Replace(Side.Target, target, pair.NewTarget);
    }

    private void Decide(ElementPair pair, RowGroup group, Given given)
    {
        var (row, key, number) = (given.Row, pair.Source.Key, NumberOf(pair.Source.Key, group.Rows[0].Name));
        var sides = new RowSides(pair.Source.Values![row.Source], given.Stamp, pair.Target.Values![row.Target], pair.Target.Stamps[row.Target]);
        var decision = Decider.Decide(row, sides, _agreed.Find(number), _references);
        if (decision is Decision.Agreed both)
        {
            pair.Level(row, sides, both);
            Agree(key, group.Rows[0].Name, both.Source, both.Target);
            return;
        }

        _isApart |= decision is not Decision.Wins;
        if (decision is Decision.Held)
        {
            _conflicts.Add(new ElementConflict(key, row, sides, true, Conflict.Review));
        }
        else if (decision is Decision.Wins wins)
        {
            Let(pair, group, row, sides, wins);
        }
    }

    private void Let(ElementPair pair, RowGroup group, MappedRow row, RowSides sides, Decision.Wins wins)
    {
        var winner = wins.SourceWins ? Side.Source : Side.Target;
        var converted = wins.SourceWins ? row.Get(sides.SourceValue, _references) : row.Put(sides.TargetValue, sides.SourceValue, _references);
        if (!converted.IsValue)
        {
            SetAside(winner, row, converted);
            return;
        }

        var edits = wins.SourceWins ? sides with { SourceStamp = wins.Stamp } : sides with { TargetStamp = wins.Stamp };
        if (wins.ConflictBy is { } decidedBy)
        {
            _conflicts.Add(new ElementConflict(pair.Source.Key, row, edits, wins.SourceWins, decidedBy) { Written = converted.Value });
        }

        pair.Want(row, winner.Other(), converted.Value, wins.Stamp.OneHopOn());
        if (wins.IsRaised)
        {
            pair.Want(row, winner, wins.SourceWins ? sides.SourceValue : sides.TargetValue, wins.Stamp);
            Agree(pair.Source.Key, group.Rows[0].Name, edits.SourceStamp, edits.TargetStamp);
        }
    }

    private void SetAside(Side winner, MappedRow row, Converted converted)
    {
        var property = winner == Side.Source ? row.Row.Source : row.Row.Target;
        if (converted.AwaitedKey is { } key)
        {
            var awaited = new RecordName(winner == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);
            _waits.Add((winner, new Wait(row, awaited, $"{property} waits for the counterpart of {awaited}")));
        }
        else
        {
            _faults.Add((winner, $"{property}: {converted.Fault}"));
        }
    }

    private void Record(Side side, Element lone, Stamp added, Stamp removed, bool isRemoved, string decidedBy)
    {
        var value = Value.Element(lone.Values!);
        var sides = side == Side.Source ? new RowSides(value, added, Value.None, removed) : new RowSides(Value.None, removed, value, added);
        _conflicts.Add(new ElementConflict(lone.Key, null, sides, (side == Side.Source) != isRemoved, decidedBy));
    }

    private void Agree(string key, string? row, Stamp source, Stamp target) =>
        _agreedNow[NumberOf(key, row)] = (source.EditNumber(), target.EditNumber());

    private void Replace(Side side, Element before, Element now)
    {
        if (!ReferenceEquals(before, now))
        {
            Put(side, now);
        }
    }

    private void Put(Side side, Element element)
    {
        if (side == Side.Source)
        {
            _source = _source.With(element);
        }
        else
        {
            _target = _target.With(element);
        }
    }

    private string PolicyName => _row.Policy == ConflictPolicy.Review ? "latest" : _row.Policy.ToString().ToLowerInvariant();

    private long NumberOf(string key, string? row) => ElementAgreement.NumberOf(_row.Number, key, row);

    private RecordName NameOf(Side side) => side == Side.Source ? _sourceName : _targetName;

    private bool Sends(Side side) => side == Side.Source ? _row.UpdatesTarget : _row.UpdatesSource;
}
