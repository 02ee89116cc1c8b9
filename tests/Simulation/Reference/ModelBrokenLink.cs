namespace SesamTalk.Simulation.Reference;

/// <summary>How a link stands.</summary>
internal enum ModelLinkState
{
    Held,

    /// <summary>One of its records is gone; the tombstone stays (D4).</summary>
    Ended,

    /// <summary>One of its records is gone and is to be made again from the other (D3).</summary>
    Renewing,
}

/// <summary>What becomes of the counterpart of a record that is gone.</summary>
internal enum ModelVerdict
{
    End,
    Delete,
    Archive,
    Renew,
}

/// <summary>A link of a record that is gone, or that came back.</summary>
internal sealed record ModelBrokenLink(ModelFlow Flow, bool GoneIsSource, string GoneKey, string LeftKey, ModelLink Link)
{
    public ModelEntity GoneEntity => Flow.Entity(GoneIsSource);

    public ModelEntity LeftEntity => Flow.Entity(!GoneIsSource);

    public ModelMirror Gone => GoneEntity.Mirror[GoneKey];

    public ModelMirror Left => LeftEntity.Mirror[LeftKey];

    public string GoneName => $"{GoneEntity.Path}/{GoneKey}";

    public string LeftName => $"{LeftEntity.Path}/{LeftKey}";

    /// <summary>The same link, as its other record sees it.</summary>
    public ModelBrokenLink Turned() => new(Flow, !GoneIsSource, LeftKey, GoneKey, Link);

    /// <summary>The edits of the counterpart that the record that is gone had not seen, and whether they would have travelled to it (D3).</summary>
    public List<(string Property, bool Travels)> UnseenEdits(long epoch)
    {
        var edits = new List<(string, bool)>();
        foreach (var property in LeftEntity.Mapped)
        {
            var (stamp, views) = (Left.Stamps[property], ViewsOf(property));
            var agreed = views.FindAll(view => Link.Agreed.ContainsKey(view.Group.Number));
            var isUnseen = agreed.Count > 0 ? agreed.TrueForAll(HasChanged) : stamp.Epoch == epoch && stamp.Origin != GoneName;
            if (stamp.Hops >= ModelStamp.Drift)
            {
                edits.Add((property, false));
            }
            else if (isUnseen && stamp.Epoch != ModelStamp.DeleteEpoch)
            {
                // R9: whether its rows count now or not.
                var groups = Flow.Groups.Where(group => group.Rows.Any(row => (GoneIsSource ? row.Target : row.Source) == property)).ToList();
                edits.Add((property, groups.Count > 0 ? groups.Exists(group => group.Rows.Any(RunsBack)) : Flow.Rows.Any(RunsBack)));
            }
        }

        return edits;
    }

    // The groups of rows that give or take the property now.
    private List<(ModelGroup Group, ModelRow Row, ModelStamp SourceStamp)> ViewsOf(string property)
    {
        var (source, target) = GoneIsSource ? (Gone, Left) : (Left, Gone);
        return [.. Flow.Groups.Select(group => (Group: group, Found: group.Find(source.Values, source.Stamps, target.Values)))
            .Where(it => it.Found is var (row, _) && (GoneIsSource ? row.Target : row.Source) == property)
            .Select(it => (it.Group, it.Found!.Value.Row, it.Found.Value.Stamp))];
    }

    private bool HasChanged((ModelGroup Group, ModelRow Row, ModelStamp SourceStamp) view) => GoneIsSource
        ? !Link.Agreed[view.Group.Number].Target.IsSameEdit(Left.Stamps[view.Row.Target])
        : !Link.Agreed[view.Group.Number].Source.IsSameEdit(view.SourceStamp);

    private bool RunsBack(ModelRow row) => GoneIsSource ? row.RunsToSource : row.RunsToTarget;
}
