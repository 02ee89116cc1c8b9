namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 5: every row of every link is looked at. A round decides everything before it writes anything.</content>
internal sealed partial class Model
{
    private readonly Dictionary<(ModelEntity Entity, string Key), Dictionary<string, Wish>> _wishes = [];
    private long _wanted;
    private long _leftApart;

    private bool Reconcile(List<ModelFlow> flows, int layer)
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
    private void Reconcile(ModelFlow flow, ModelGroup group, string key, ModelLink link, int layer)
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
        var sides = new Sides(flow, group, row, link, link.Agreed, key, source, target, Breaks("R8") ? source.Stamps[row.Source] : stamp);
        var isItsTurn = LayerOf(group, row, link.Agreed.ContainsKey(group.Number)) == layer;
        if (!isItsTurn)
        {
            TakeBack(sides);
        }
        else if (row.HasElements)
        {
            ReconcileElements(sides);
        }
        else
        {
            Reconcile(sides);
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
