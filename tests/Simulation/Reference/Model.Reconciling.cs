namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 5: what each side of each row of each link should become. A round decides everything before it writes anything.</content>
internal sealed partial class Model
{
    private readonly Dictionary<(ModelEntity Entity, string Key), Dictionary<string, Wish>> _wishes = [];

    private bool Reconcile(List<ModelFlow> flows)
    {
        _wishes.Clear();
        foreach (var flow in flows)
        {
            foreach (var (source, link) in flow.Links)
            {
                foreach (var row in flow.Rows)
                {
                    Reconcile(new Sides(flow, row, link, source, flow.Source.Mirror[source], flow.Target.Mirror[link.Target]));
                }
            }
        }

        return Write();
    }

    private void Reconcile(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        if (Agree(it))
        {
            Level(it);
        }
        else if (s.IsSameEdit(t))
        {
            // R2: for one edit, the least converted copy wins.
            var (sourceIsNearer, targetIsNearer) = (!Breaks("R2") && t.Hops > s.Hops + 1 && it.Row.UpdatesTarget, !Breaks("R2") && s.Hops > t.Hops + 1 && it.Row.UpdatesSource);
            _coverage.Count(sourceIsNearer || targetIsNearer ? "R2 the nearer copy wins" : "R2 one edit, two spellings");
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
                it.Link.Agreed[it.Row.Number] = (s, t);
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

    // R1: in a two-way row both sides take the greater stamp; the values stay.
    private void Level(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        if (!Breaks("R1") && it.Row.RunsToSource && it.Row.RunsToTarget && !s.IsSameEdit(t))
        {
            _coverage.Count("R1 takes the greater stamp");
            (s, t) = s.Beats(t) ? (s, s.OneHopOn()) : (t.OneHopOn(), t);
            Want(it, false, it.SourceValue, s);
            Want(it, true, it.TargetValue, t);
        }

        _coverage.Count("R1 agreed");
        it.Link.Agreed[it.Row.Number] = (s, t);
    }

    // R3, R4, R5.
    private void TwoWay(Sides it)
    {
        var (s, t) = (it.SourceStamp, it.TargetStamp);
        var hasAgreed = it.Link.Agreed.TryGetValue(it.Row.Number, out var last);
        var (sourceEmpty, targetEmpty) = (Canonical.IsEmpty(it.SourceValue), Canonical.IsEmpty(it.TargetValue));
        if (!hasAgreed && sourceEmpty != targetEmpty && !Breaks("R5 an empty"))
        {
            FillTheEmpty(it, targetEmpty);
        }
        else if (!hasAgreed && it.Row.IsReference && !Breaks("R5 references"))
        {
            _coverage.Count("R5 references held");
        }
        else
        {
            var conflict = !hasAgreed || (!last.Source.IsSameEdit(s) && !last.Target.IsSameEdit(t));
            _coverage.Count(conflict ? "R4 conflict, latest" : Canonical.IsEmpty(s.Beats(t) ? it.SourceValue : it.TargetValue) ? "R6 emptied" : "R3 the greater stamp wins");
            var sourceWins = Breaks("R3 stamps") || (Breaks("R3 rank") ? (s with { Rank = 0 }).Beats(t with { Rank = 0 }) : s.Beats(t));
            Let(it, sourceWins, sourceWins ? s : t);
        }
    }

    // R5: a value beats an empty one; where it has the lesser stamp, it is raised above it.
    private void FillTheEmpty(Sides it, bool sourceWins)
    {
        var (full, empty) = sourceWins ? (it.SourceStamp, it.TargetStamp) : (it.TargetStamp, it.SourceStamp);
        if (full.Beats(empty))
        {
            _coverage.Count("R5 fills the empty");
            Let(it, sourceWins, full);
            return;
        }

        var raised = full with { Time = Math.Max(full.Time, empty.Time) + 1, Generation = Math.Max(full.Generation, empty.Generation) + 1 };
        if (Let(it, sourceWins, raised))
        {
            _coverage.Count("R5 raised above an emptying");
            Want(it, !sourceWins, sourceWins ? it.SourceValue : it.TargetValue, raised);
            it.Link.Agreed[it.Row.Number] = sourceWins ? (raised, it.TargetStamp) : (it.SourceStamp, raised);
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
        _coverage.Count(sent.Beats(received) ? "R7 sent" : "R7 stays");
        if (sent.Beats(received) || (Breaks("R7") && !it.Link.Agreed.ContainsValue((it.SourceStamp, it.TargetStamp))))
        {
            Let(it, sourceSends, sent);
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
            Want(it, sourceWins, key, stamp.OneHopOn());
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

        var found = Clusters().Cluster($"{from}/{key}").Where(record => EntityOf(record) == to).Order(StringComparer.Ordinal).FirstOrDefault();
        return (found?.Split('/')[2], found is not null);
    }

    // Of several wishes for a property: the greater stamp, then fewer hops, then the name of the flow and the row.
    private void Want(Sides it, bool ofTarget, string? value, ModelStamp stamp)
    {
        var (entity, key, property) = ofTarget ? (it.Flow.Target, it.Link.Target, it.Row.Target) : (it.Flow.Source, it.SourceKey, it.Row.Source);
        var wishes = _wishes.TryGetValue((entity, key), out var known) ? known : _wishes[(entity, key)] = [];
        var wish = new Wish(value, stamp, it.Flow.Name, it.Row.Number);
        wishes[property] = wishes.TryGetValue(property, out var other) && !wish.GoesBefore(other) ? other : wish;
    }

    private sealed record Sides(ModelFlow Flow, ModelRow Row, ModelLink Link, string SourceKey, ModelMirror Source, ModelMirror Target)
    {
        public string? SourceValue => Source.Values[Row.Source];

        public string? TargetValue => Target.Values[Row.Target];

        public ModelStamp SourceStamp => Source.Stamps[Row.Source];

        public ModelStamp TargetStamp => Target.Stamps[Row.Target];
    }

    private sealed record Wish(string? Value, ModelStamp Stamp, string Flow, int Row)
    {
        public bool GoesBefore(Wish other) => !Stamp.IsSameEdit(other.Stamp) ? Stamp.Beats(other.Stamp)
            : Stamp.Hops != other.Stamp.Hops ? Stamp.Hops < other.Stamp.Hops
            : string.CompareOrdinal(Flow, other.Flow) is var order and not 0 ? order < 0 : Row < other.Row;
    }
}
