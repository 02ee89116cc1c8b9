namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 5: what the two sides of a row should become.</content>
internal sealed partial class Model
{
    private void Reconcile(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        if (it.Row.IsReference && s.IsSameEdit(t) && Math.Max(s.Hops, t.Hops) < ModelStamp.Drift && it.Agreed.TryGetValue(it.Group.Number, out var agreed)
            && agreed.Source.IsSameEdit(s) && agreed.Target.IsSameEdit(t))
        {
            // What it named may be gone by now, or be another record: nobody has edited the reference (R10).
            return;
        }

        if (Agree(it))
        {
            StopWaiting(it);
            Level(it);
        }
        else if (s.IsSameEdit(t))
        {
            // R2: for one edit, the least converted copy wins.
            var (sourceIsNearer, targetIsNearer) = (!Breaks("R2") && t.Hops > s.Hops + 1 && it.Row.UpdatesTarget, !Breaks("R2") && s.Hops > t.Hops + 1 && it.Row.UpdatesSource);
            _coverage.Count(s.Hops >= ModelStamp.Drift || t.Hops >= ModelStamp.Drift ? "R7 restored" : sourceIsNearer || targetIsNearer ? "R2 the nearer copy wins" : "R2 one edit, two spellings");
            if (targetIsNearer)
            {
                Let(it, false, t);
            }
            else if (sourceIsNearer)
            {
                Let(it, true, s);
            }
            else if (Math.Abs(s.Hops - t.Hops) <= 1 || Breaks("R2"))
            {
                StopWaiting(it);
                it.Agreed[it.Group.Number] = (s, t);
            }
        }
        else if (it.Row.UpdatesSource && it.Row.UpdatesTarget)
        {
            TwoWay(it);
        }
        else
        {
            OneWay(it);
        }
    }

    // R7: drift is nobody's edit, so there is nothing in it that could be held, and it does not wait.
    private void TakeBack(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        if (!it.Row.HasElements && s.IsSameEdit(t) && (s.Hops >= ModelStamp.Drift) != (t.Hops >= ModelStamp.Drift) && !Agree(it) && (s.Hops < t.Hops ? it.Row.UpdatesTarget : it.Row.UpdatesSource))
        {
            Let(it, s.Hops < t.Hops, s.Hops < t.Hops ? s : t);
        }
    }

    // R1.
    private bool Agree(Sides it)
    {
        if (it.Row.IsReference)
        {
            return (Translate(it.Flow, true, it.SourceValue) is (var there, true) && there == it.TargetValue)
                || (Translate(it.Flow, false, it.TargetValue) is (var here, true) && here == it.SourceValue);
        }

        return it.Row.RunsToTarget
            ? Canonical.Same(it.Row.Target, it.Row.Get(it.SourceValue), it.TargetValue)
            : Canonical.Same(it.Row.Source, it.Row.Put(it.TargetValue, it.SourceValue), it.SourceValue);
    }

    // R1: a side that the row runs to takes the greater stamp, unless that is nobody's (O3a); the values stay.
    private void Level(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        var sourceIsGreater = it.Row.Order.Beats(s, t);
        var (isUnsaid, isTaken) = sourceIsGreater ? (s.IsUnsaid, it.Row.RunsToTarget) : (t.IsUnsaid, it.Row.RunsToSource);
        if (!Breaks("R1 ") && !s.IsSameEdit(t) && !isUnsaid && isTaken)
        {
            _coverage.Count("R1 takes the greater stamp");
            (s, t) = sourceIsGreater ? (s, s.OneHopOn()) : (t.OneHopOn(), t);
            Want(it, sourceIsGreater, sourceIsGreater ? it.TargetValue : it.SourceValue, sourceIsGreater ? t : s);
        }

        _coverage.Count("R1 agreed");
        it.Agreed[it.Group.Number] = (s, t);
    }

    // R3, R4, R5.
    private void TwoWay(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        var hasAgreed = it.Agreed.TryGetValue(it.Group.Number, out var last);
        var (sourceEmpty, targetEmpty) = (Canonical.IsEmpty(it.SourceValue), Canonical.IsEmpty(it.TargetValue));
        if (!hasAgreed && sourceEmpty != targetEmpty && !Breaks("R5 an empty"))
        {
            _coverage.Count("R5 a value and an empty one");
            Favour(it, targetEmpty);
        }
        else if (!hasAgreed && it.Row.OnLink is "source" or "target" && !Breaks("R5 on_link"))
        {
            _coverage.Count("R5 on_link");
            Favour(it, it.Row.OnLink == "source");
        }
        else if (!hasAgreed && (it.Row.OnLink ?? (it.Row.IsReference ? "review" : it.Row.Policy)) == "review" && !Breaks("R5 references"))
        {
            _coverage.Count(it.Row.OnLink is null && it.Row.IsReference ? "R5 references held" : "R5 held");
        }
        else
        {
            ByOrder(it, hasAgreed && (last.Source.IsSameEdit(s) || last.Target.IsSameEdit(t)), hasAgreed);
        }
    }

    private void ByOrder(Sides it, bool oneSideChanged, bool hasAgreed)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        if (!oneSideChanged && hasAgreed && it.Row.Policy == "review" && !Breaks("R4 review"))
        {
            _coverage.Count("R4 conflict, review");
            return;
        }

        var sourceWins = Breaks("R3 stamps") || (Breaks("R3 rank") ? (s with { Rank = 0 }).Beats(t with { Rank = 0 }) : Breaks("R4 preferences") ? s.Beats(t) : it.Row.Order.Beats(s, t));
        _coverage.Count(!oneSideChanged ? $"R4 conflict, {it.Row.Policy}" : Canonical.IsEmpty(sourceWins ? it.SourceValue : it.TargetValue) ? "R6 emptied" : "R3 the greater stamp wins");
        _coverage.Count(sourceWins == s.Beats(t) ? "R4 as under latest" : "R4 not as under latest");
        Let(it, sourceWins, sourceWins ? s : t);
    }

    // R5: one side is to win; where it has the lesser stamp, it is raised above the other.
    private void Favour(Sides it, bool sourceWins)
    {
        var (full, empty) = sourceWins ? (it.SourceStamp, it.TargetStamp) : (it.TargetStamp, it.SourceStamp);
        if (it.Row.Order.Beats(full, empty))
        {
            _coverage.Count("R5 wins by its stamp");
            Let(it, sourceWins, full);
            return;
        }

        var raised = full with { Time = Math.Max(full.Time, empty.Time) + 1, Generation = Math.Max(full.Generation, empty.Generation) + 1 };
        if (Let(it, sourceWins, raised))
        {
            _coverage.Count("R5 raised above the other");
            Want(it, !sourceWins, sourceWins ? it.SourceValue : it.TargetValue, raised);
            it.Agreed[it.Group.Number] = sourceWins ? (raised, it.TargetStamp) : (it.SourceStamp, raised);
        }
    }

    // R7.
    private void OneWay(Sides it)
    {
        if (!it.Row.UpdatesSource && !it.Row.UpdatesTarget)
        {
            return;
        }

        var sourceSends = it.Row.UpdatesTarget;
        var (sent, received) = sourceSends ? (it.SourceStamp, it.TargetStamp) : (it.TargetStamp, it.SourceStamp);
        var isSent = it.Row.Order.Beats(sent, received);
        _coverage.Count(isSent ? "R7 sent" : "R7 stays");
        if (isSent || (Breaks("R7 the sending") && !it.Agreed.ContainsValue((it.SourceStamp, it.TargetStamp))))
        {
            Let(it, sourceSends, sent);
        }
        else
        {
            _leftApart++;
        }
    }
}
