namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 5: what each side of each row of each link should become. A round decides everything before it writes anything.</content>
internal sealed partial class Model
{
    private readonly Dictionary<(ModelEntity Entity, string Key), Dictionary<string, Wish>> _wishes = [];
    private long _wanted;
    private long _leftApart;

    // R4, R9, T3: what hangs on a condition, and then what may be held, is looked at when all else has settled, so that no value that only
    // passes by decides anything.
    private enum Layer
    {
        Plain,
        Conditional,
        UnderReview,
    }

    private bool MayTurn(ModelFlow flow, ModelGroup group) => SourceThenTarget.Any(side => group.Asked(side).Any(property => _flows.Exists(other => other.MayChange(flow.Entity(side), property))));

    private bool ReconcileLater(List<ModelFlow> flows, Layer layer) => flows.Exists(flow => Reconcile([flow], layer));

    private bool Reconcile(List<ModelFlow> flows, Layer layer)
    {
        _wishes.Clear();
        foreach (var flow in flows)
        {
            foreach (var (source, link) in flow.Links.Where(link => link.Value.State == ModelLinkState.Held && !flow.Source.Mirror[link.Key].IsGone && !flow.Target.Mirror[link.Value.Target].IsGone))
            {
                foreach (var group in flow.Groups)
                {
                    Reconcile(flow, group, source, link, layer);
                }
            }
        }

        return Write();
    }

    // R8, R9.
    private void Reconcile(ModelFlow flow, ModelGroup group, string key, ModelLink link, Layer layer)
    {
        var (source, target) = (flow.Source.Mirror[key], flow.Target.Mirror[link.Target]);
        if (group.Find(source.Values, source.Stamps, target.Values) is not var (row, stamp))
        {
            _coverage.Count("R9 no row counts");
            return;
        }

        _coverage.Count(row != group.Rows[0] ? "R8 a later row gives the value" : group.Rows.Count > 1 ? "R8 the first row gives the value" : "R8 one row");
        _coverage.Count(row.If is not null || row.IfTarget is not null ? "R9 the condition holds" : "R9 no condition");
        _coverage.Count("R9 an element selected", flow.Source.Plan.IsListed(row.Source) || flow.Target.Plan.IsListed(row.Target) ? 1 : 0);
        row = Breaks("R8") ? group.Rows[0] : row;
        if ((row.IsUnderReview ? Layer.UnderReview : MayTurn(flow, group) ? Layer.Conditional : Layer.Plain) != layer)
        {
            return;
        }

        var sides = new Sides(flow, group, row, link, link.Agreed, key, source, target, Breaks("R8") ? source.Stamps[row.Source] : stamp);
        if (row.HasElements)
        {
            ReconcileElements(sides);
        }
        else
        {
            Reconcile(sides);
        }
    }

    private void Reconcile(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
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
            else
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

    private bool Let(Sides it, bool sourceWins, ModelStamp stamp)
    {
        if (!it.Row.IsReference)
        {
            Want(it, sourceWins, sourceWins ? it.Row.Get(it.SourceValue) : it.Row.Put(it.TargetValue, it.SourceValue), stamp.OneHopOn());
            return true;
        }

        var (key, known) = Translate(it.Flow, sourceWins, sourceWins ? it.SourceValue : it.TargetValue);
        _coverage.Count(known ? "R10 translated" : "R10 waits");
        if (known)
        {
            StopWaiting(it);
            Want(it, sourceWins, key, stamp.OneHopOn());
        }
        else
        {
            Await(it.Flow, sourceWins, sourceWins ? it.SourceKey : it.Link.Target, it.Row, (sourceWins ? it.SourceValue : it.TargetValue)!);
        }

        return known;
    }

    // R10: through the clusters; not known where the counterpart is not there yet.
    private (string? Key, bool Known) Translate(ModelFlow flow, bool fromSource, string? key)
    {
        if (Canonical.IsEmpty(key) || Breaks("R10"))
        {
            return (Canonical.IsEmpty(key) ? null : key, true);
        }

        var (from, to) = ($"{flow.Entity(fromSource).Plan.System}/P", $"{flow.Entity(!fromSource).Plan.System}/P");
        if (!_flows.Exists(f => f.Source.Path == from || f.Target.Path == from) || !_entities.TryGetValue(from, out var entity) || !entity.Mirror.ContainsKey(key!))
        {
            return (null, false);
        }

        var found = Clusters().Cluster($"{from}/{key}").Where(record => EntityOf(record) == to && !IsGone(record)).Order(StringComparer.Ordinal).FirstOrDefault();
        return (found?.Split('/')[2], found is not null);
    }

    // Of several wishes for a property: the greater stamp, then fewer hops, then the name of the flow and the row.
    private void Want(Sides it, bool ofTarget, string? value, ModelStamp stamp) => Want(it, ofTarget, ofTarget ? it.Row.Target : it.Row.Source, value, stamp);

    private void Want(Sides it, bool ofTarget, string property, string? value, ModelStamp stamp)
    {
        _wanted++;
        var (entity, key) = ofTarget ? (it.Flow.Target, it.Link.Target) : (it.Flow.Source, it.SourceKey);
        var wishes = _wishes.TryGetValue((entity, key), out var known) ? known : _wishes[(entity, key)] = [];
        var wish = new Wish(value, stamp, it.Flow.Name, it.Row);
        wishes[property] = wishes.TryGetValue(property, out var other) && !wish.GoesBefore(other) ? other : wish;
    }

    private sealed record Sides(
        ModelFlow Flow, ModelGroup Group, ModelRow Row, ModelLink Link, Dictionary<int, (ModelStamp Source, ModelStamp Target)> Agreed, string SourceKey, ModelMirror Source, ModelMirror Target, ModelStamp SourceStamp)
    {
        public string? SourceValue => Source.Values[Row.Source];

        public string? TargetValue => Target.Values[Row.Target];

        public ModelStamp TargetStamp => Target.Stamps[Row.Target];
    }

    private sealed record Wish(string? Value, ModelStamp Stamp, string Flow, ModelRow Row)
    {
        public bool GoesBefore(Wish other) => !Stamp.IsSameEdit(other.Stamp) ? Row.Order.Beats(Stamp, other.Stamp)
            : Stamp.Hops != other.Stamp.Hops ? Stamp.Hops < other.Stamp.Hops
            : string.CompareOrdinal(Flow, other.Flow) is var order and not 0 ? order < 0 : Row.Number < other.Row.Number;
    }
}
