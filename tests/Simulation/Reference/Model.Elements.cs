using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Reference;

/// <content>Clause R11: the elements of lists are observed, reconciled and made like records, one at a time.</content>
internal sealed partial class Model
{
    // Under which number a link keeps on what it agreed about an element itself; its rows have their own.
    private const int Existence = -1;

    private void EditElement(ModelEntity entity, ModelRecord record, string text)
    {
        var (lines, _, _) = ElementText.Apply(ElementText.Lines(record[ModelElements.List]), text);
        record.Values[ModelElements.List] = ModelElements.Write(ModelElements.Read(string.Join(" | ", lines)).Values);
        record.Modified = _now + entity.Skew;
    }

    // O3a.
    private void MeetElements(ModelEntity entity, string key, ModelRecord record, ModelMirror mirror)
    {
        foreach (var (element, values) in ModelElements.Read(record[ModelElements.List]))
        {
            Take(entity, key, mirror, element, values, mirror.Stamps[ModelElements.List]);
        }
    }

    private void Take(ModelEntity entity, string key, ModelMirror mirror, string element, string?[] values, ModelStamp full)
    {
        (mirror.Values[ModelElements.Place(element)], mirror.Stamps[ModelElements.Place(element)]) = ("there", full);
        foreach (var (property, value) in ModelElements.Properties.Zip(values))
        {
            var place = ModelElements.Place(element, property);
            (mirror.Values[place], mirror.Stamps[place]) = (value, Canonical.IsEmpty(value) ? FirstStamp(entity, key, null, 0) : full);
        }
    }

    // O2, O3: added, changed or removed; another order is no edit.
    private void CompareElements(ModelEntity entity, string key, ModelRecord record, ModelMirror mirror, long latest, bool rewritten)
    {
        var read = ModelElements.Read(record[ModelElements.List]);
        ModelStamp Edit(int generation) => EditStamp(entity, key, record, latest, generation + 1);
        foreach (var element in ModelElements.Keys(mirror).Union(read.Keys).ToList())
        {
            var (place, isThere, wasThere) = (ModelElements.Place(element), read.TryGetValue(element, out var values), ModelElements.IsThere(mirror, element));
            if (isThere && !wasThere)
            {
                _coverage.Count("R11 added");
                Take(entity, key, mirror, element, values!, Edit(mirror.Stamps.GetValueOrDefault(place)?.Generation ?? -1));
            }
            else if (wasThere && !isThere)
            {
                _coverage.Count("R11 removed");
                (mirror.Values[place], mirror.Stamps[place]) = (null, Edit(ModelElements.Stamps(mirror, element).Max(stamp => stamp.Generation)));
            }
            else if (isThere)
            {
                CompareElement(mirror, element, values!, Edit, rewritten);
            }
        }

        ModelElements.Sum(mirror);
    }

    private void CompareElement(ModelMirror mirror, string element, string?[] values, Func<int, ModelStamp> edit, bool rewritten)
    {
        var isOther = ModelElements.Properties.Zip(values).Any(it => !Canonical.Same(it.First, it.Second, mirror.Values[ModelElements.Place(element, it.First)]));
        foreach (var (property, value) in ModelElements.Properties.Zip(values))
        {
            var place = ModelElements.Place(element, property);
            if (!rewritten && (Breaks("R11 an edit of one") ? isOther : !Canonical.Same(property, value, mirror.Values[place])))
            {
                _coverage.Count("R11 changed");
                mirror.Stamps[place] = edit(mirror.Stamps[place].Generation);
            }

            mirror.Values[place] = value;
        }
    }

    private void ReconcileElements(Sides lists)
    {
        var (wanted, left) = (_wanted, _leftApart);
        foreach (var key in ModelElements.Keys(lists.Source).Union(ModelElements.Keys(lists.Target)).ToList())
        {
            var (here, there) = (ModelElements.IsThere(lists.Source, key), ModelElements.IsThere(lists.Target, key));
            if (here && there)
            {
                Pair(lists, key);
            }
            else if (here || there)
            {
                DecideLone(lists, key, here);
            }
            else
            {
                lists.Link.Elements.Remove(key);
            }
        }

        if (wanted == _wanted && left == _leftApart)
        {
            lists.Agreed[lists.Group.Number] = (lists.SourceStamp, lists.TargetStamp);
        }
    }

    // On both sides: its rows are reconciled like those of records.
    private void Pair(Sides lists, string key)
    {
        _coverage.Count("R11 on both sides");
        var (place, agreed) = (ModelElements.Place(key), lists.Link.Elements.TryGetValue(key, out var known) ? known : lists.Link.Elements[key] = []);
        agreed[Existence] = (lists.Source.Stamps[place], lists.Target.Stamps[place]);
        foreach (var row in lists.Row.OfElement(key))
        {
            Reconcile(lists with { Group = new ModelGroup([row]), Row = row, Agreed = agreed, SourceStamp = lists.Source.Stamps[row.Source] });
        }
    }

    // On one side only: added to the other, or removed, whichever is the later (D3).
    private void DecideLone(Sides lists, string key, bool isSource)
    {
        var (lone, other) = isSource ? (lists.Source, lists.Target) : (lists.Target, lists.Source);
        var (sends, receives) = isSource ? (lists.Row.UpdatesTarget, lists.Row.UpdatesSource) : (lists.Row.UpdatesSource, lists.Row.UpdatesTarget);
        var (place, greatest) = (ModelElements.Place(key), ModelElements.Greatest(lone, key, lists.Row.Order));
        var removal = other.Stamps.GetValueOrDefault(place);
        var hasAgreed = (lists.Link.Elements.TryGetValue(key, out var agreed) && agreed.ContainsKey(Existence)) || Breaks("R11 a removal beats an element");
        if (removal is null || (lists.Row.Order.Beats(greatest, removal) && !Breaks("R11 a removal beats an edit")))
        {
            _coverage.Count(!sends ? "R11 stays alone" : removal is null ? "R11 passed on" : "R11 an edit beats a removal");
            Add(lists, key, isSource, greatest, sends && !Breaks("R11 an element is not"));
        }
        else if (receives && hasAgreed)
        {
            _coverage.Count("R11 a removal passed on");
            if (!Breaks("R11 a removal is not"))
            {
                Want(lists, !isSource, $"{place}{Gone}", null, removal.OneHopOn());
            }
        }
        else if (receives && sends)
        {
            // R5: on a link that has never agreed about it, a removal never beats an element.
            _coverage.Count("R11 raised above a removal");
            Raise(lists, key, isSource, greatest, removal);
        }
        else
        {
            _leftApart++;
        }
    }

    // With all that goes over: a copy that the removal has not reached yet must not stand above it.
    private void Raise(Sides lists, string key, bool fromSource, ModelStamp greatest, ModelStamp removal)
    {
        ModelStamp Above(ModelStamp stamp) => stamp with { Time = Math.Max(stamp.Time, removal.Time) + 1, Generation = Math.Max(stamp.Generation, removal.Generation) + 1 };
        var lone = fromSource ? lists.Source : lists.Target;
        foreach (var place in lists.Row.OfElement(key).Where(row => fromSource ? row.RunsToTarget : row.RunsToSource).Select(row => fromSource ? row.Source : row.Target))
        {
            Want(lists, !fromSource, place, lone.Values[place], Above(lone.Stamps[place]));
        }

        Want(lists, !fromSource, ModelElements.Place(key), "there", Above(greatest));
        Add(lists, key, fromSource, Above(greatest), true, Above);
    }

    private void Add(Sides lists, string key, bool fromSource, ModelStamp stamp, bool sends, Func<ModelStamp, ModelStamp>? raised = null)
    {
        if (sends)
        {
            Want(lists, fromSource, ModelElements.Place(key), "there", stamp.OneHopOn());
            foreach (var (place, value, given) in ElementDraft(lists.Flow, fromSource, fromSource ? lists.SourceKey : lists.Link.Target, lists.Row, key, raised ?? (stamp => stamp)))
            {
                Want(lists, fromSource, place, value, given);
            }
        }
        else
        {
            _leftApart++;
        }
    }

    // The counterpart of an element: what no row fills, nobody has said.
    private static IEnumerable<(string Place, string? Value, ModelStamp Stamp)> ElementDraft(ModelFlow flow, bool fromSource, string record, ModelRow list, string key, Func<ModelStamp, ModelStamp> raised)
    {
        var (from, to) = (flow.Entity(fromSource), flow.Entity(!fromSource));
        var (mirror, rows) = (from.Mirror[record], list.OfElement(key).Where(row => fromSource ? row.RunsToTarget : row.RunsToSource).ToList());
        foreach (var place in ModelElements.Properties.Select(property => ModelElements.Place(key, property)))
        {
            yield return rows.Find(row => row.Source == place) is { } row
                ? (place, fromSource ? row.Get(mirror.Values[place]) : row.Put(mirror.Values[place], null), raised(mirror.Stamps[place]).OneHopOn())
                : (place, null, new ModelStamp(-1, to.System.Rank, $"{from.Path}/{record}", 0, -1));
        }
    }

    // The list of a new counterpart (chapter 4).
    private static void DraftElements(
        ModelFlow flow, bool fromSource, string record, ModelRow list, ModelStamp stamp, Dictionary<string, string?> values, Dictionary<string, ModelStamp> stamps)
    {
        var (origin, made) = (flow.Entity(fromSource).Mirror[record], new ModelMirror());
        made.Stamps[ModelElements.List] = stamp.OneHopOn();
        foreach (var key in ModelElements.Keys(origin).Where(key => ModelElements.IsThere(origin, key)))
        {
            var draft = ElementDraft(flow, fromSource, record, list, key, stamp => stamp).Prepend((Place: ModelElements.Place(key), Value: "there", Stamp: origin.Stamps[ModelElements.Place(key)].OneHopOn()));
            draft.ToList().ForEach(it => (made.Values[it.Place], made.Stamps[it.Place]) = (it.Value, it.Stamp));
        }

        ModelElements.Sum(made);
        made.Values.ToList().ForEach(value => values[value.Key] = value.Value);
        made.Stamps.ToList().ForEach(it => stamps[it.Key] = it.Value);
    }

    // R4, R5: what was made with the record is agreed.
    private static void AgreeOnElements(ModelFlow flow, ModelLink link, ModelMirror created)
    {
        foreach (var row in flow.Rows.Where(row => row.HasElements))
        {
            foreach (var key in ModelElements.Keys(created))
            {
                var agreed = link.Elements[key] = [];
                agreed[Existence] = (created.Stamps[ModelElements.Place(key)], created.Stamps[ModelElements.Place(key)]);
                row.OfElement(key).ForEach(element => agreed[element.Number] = (created.Stamps[element.Source], created.Stamps[element.Source]));
            }
        }
    }

    // Of a removal and other wishes for the same element the greater stamp is heard.
    private static void SettleRemovals(Dictionary<string, Wish> wishes)
    {
        foreach (var (place, removal) in wishes.Where(wish => wish.Key.EndsWith(Gone, StringComparison.Ordinal)).Select(wish => (wish.Key[..^Gone.Length], wish.Value)).ToList())
        {
            wishes.Remove($"{place}{Gone}");
            var others = wishes.Where(wish => wish.Key == place || wish.Key.StartsWith($"{place}.", StringComparison.Ordinal)).ToList();
            if (others.TrueForAll(other => removal.GoesBefore(other.Value)))
            {
                others.ForEach(other => wishes.Remove(other.Key));
                wishes[place] = removal;
            }
        }
    }

    private const string Gone = " gone";
}
