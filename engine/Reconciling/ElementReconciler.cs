using SesamTalk.Engine.Creating;
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
    private readonly MappedFlow _elements;
    private readonly IReferences _references;
    private readonly ElementFindings _findings;
    private readonly LoneElements _lone;

    private ElementReconciler(Meeting meeting, IReferences references, ElementFindings findings)
    {
        (_elements, _references, _findings) = (meeting.Row.Elements!, references, findings);
        _lone = new LoneElements(meeting, references, findings);
    }

    /// <summary>Decides about the lists of a row.</summary>
    /// <param name="meeting">The two sides.</param>
    /// <param name="source">The elements of the source.</param>
    /// <param name="target">The elements of the target.</param>
    /// <param name="agreed">On what the elements of the link last agreed.</param>
    /// <param name="references">Translates keys.</param>
    public static ElementOutcome Decide(Meeting meeting, ElementSet source, ElementSet target, ElementAgreement agreed, IReferences references)
    {
        var findings = new ElementFindings(meeting.Row, source, target, agreed);
        var reconciler = new ElementReconciler(meeting, references, findings);
        foreach (var key in source.Elements.Concat(target.Elements).Select(element => element.Key).Distinct().Where(key => !MappedList.IsFaulty(key)))
        {
            reconciler.Decide(key, source.Find(key), target.Find(key));
        }

        return findings.Outcome();
    }

    private void Decide(string key, Element? source, Element? target)
    {
        switch (source?.IsRemoved ?? true, target?.IsRemoved ?? true)
        {
            case (false, false):
                _findings.Agree(key, null, source!.Existence, target!.Existence);
                Pair(source, target);
                break;
            case (false, true):
                _lone.Decide(Side.Source, source!, target);
                break;
            case (true, false):
                _lone.Decide(Side.Target, target!, source);
                break;
            default:
                Forget(key);
                break;
        }
    }

    // Until both sides show what was decided, what was agreed on is kept.
    private void Forget(string key)
    {
        _findings.Forget(key, null);
        foreach (var group in _elements.Groups)
        {
            _findings.Forget(key, group.Rows[0].Name);
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
        var (row, key, name) = (given.Row, pair.Source.Key, group.Rows[0].Name);
        var sides = new RowSides(pair.Source.Values![row.Source], given.Stamp, pair.Target.Values![row.Target], pair.Target.Stamps[row.Target]);
        var decision = Decider.Decide(row, sides, _findings.Agreed(key, name), _references);
        if (decision is Decision.Agreed both)
        {
            pair.Level(row, sides, both);
            _findings.Agree(key, name, both.Source, both.Target);
            return;
        }

        if (decision is not Decision.Wins)
        {
            _findings.LeaveApart();
        }

        if (decision is Decision.Held)
        {
            _findings.Add(new ElementConflict(key, row, sides, true, Conflict.Review));
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
            _findings.Add(new ElementConflict(pair.Source.Key, row, edits, wins.SourceWins, decidedBy) { Written = converted.Value });
        }

        pair.Want(row, winner.Other(), converted.Value, wins.Stamp.OneHopOn());
        if (wins.IsRaised)
        {
            pair.Want(row, winner, wins.SourceWins ? sides.SourceValue : sides.TargetValue, wins.Stamp);
            _findings.Agree(pair.Source.Key, group.Rows[0].Name, edits.SourceStamp, edits.TargetStamp);
        }
    }

    private void SetAside(Side winner, MappedRow row, Converted converted)
    {
        var property = winner == Side.Source ? row.Row.Source : row.Row.Target;
        if (converted.AwaitedKey is { } key)
        {
            var awaited = new RecordName(winner == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);
            _findings.Add(winner, new Wait(row, awaited, $"{property} waits for the counterpart of {awaited}"));
        }
        else
        {
            _findings.Add(winner, $"{property}: {converted.Fault}");
        }
    }

    private void Replace(Side side, Element before, Element now)
    {
        if (!ReferenceEquals(before, now))
        {
            _findings.Put(side, now);
        }
    }
}
