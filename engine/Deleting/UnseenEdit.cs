using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Deleting;

/// <summary>An edit of a counterpart that the record that is gone had not seen (clause D3).</summary>
/// <param name="Property">The place of the property in the shape of the counterpart's entity.</param>
/// <param name="Row">The row of the flow that maps it; none where it came from another flow.</param>
/// <param name="Travels">Whether it would have gone over to the record that is gone.</param>
internal sealed record UnseenEdit(int Property, MappedRow? Row, bool Travels)
{
    /// <summary>
    /// The edits made since the two agreed. Where nothing of the flow has agreed on a property, only what was first seen in this
    /// stretch is new to everybody. What an archiving flow has written is no edit of a person. What was edited where an enforced row
    /// writes goes nowhere (clause R7), and is lost with its record.
    /// </summary>
    public static List<UnseenEdit> Of(BrokenLink link, long epoch)
    {
        var edits = new List<UnseenEdit>();
        var glances = link.Flow.Groups.Select(group => GlanceAt(link, group)).OfType<Glance>().ToLookup(glance => glance.Property);
        for (var place = 0; place < link.LeftEntity.Shape.Count; place++)
        {
            if (IsEdited(link, place, [.. glances[place]], epoch))
            {
                var travels = RowsOn(link, place) is [_, ..] mapping ? mapping.Exists(link.RunsBack) : link.Flow.Rows.Any(link.RunsBack);
                edits.Add(new UnseenEdit(place, glances[place].FirstOrDefault()?.Row, travels && !link.Left.Stamps[place].IsDrift));
            }
        }

        return edits;
    }

    // Whether they count now or not (R9): what an archiving flow has written may have turned their conditions.
    private static List<MappedRow> RowsOn(BrokenLink link, int place) =>
        [.. link.Flow.Groups.Where(group => group.Rows.Any(row => row.PlaceOn(link.Side.Other()) == place)).SelectMany(group => group.Rows)];

    private static bool IsEdited(BrokenLink link, int place, Glance[] glances, long epoch)
    {
        var stamp = link.Left.Stamps[place];
        Glance[] agreed = [.. glances.Where(glance => glance.HasAgreed)];
        return stamp.IsDrift || (!stamp.IsUnknown && !stamp.IsOfDelete
            && (agreed.Length > 0 ? Array.TrueForAll(agreed, glance => glance.HasChanged) : stamp.Epoch == epoch && stamp.Origin != link.Gone.Name));
    }

    private static Glance? GlanceAt(BrokenLink link, RowGroup group)
    {
        var (source, target) = link.Side == Side.Source ? (link.Gone, link.Left) : (link.Left, link.Gone);
        if (group.Find(source.Values, source.Stamps, target.Values) is not { } given)
        {
            return null;
        }

        var (row, agreed) = (given.Row, link.Link.Agreed.Of(group.Number));
        return link.Side == Side.Source
            ? new Glance(row.Target, row, agreed.IsAny, agreed.TargetChanged(target.Stamps[row.Target]))
            : new Glance(row.Source, row, agreed.IsAny, agreed.SourceChanged(given.Stamp));
    }

    // How the counterpart's side of a group of rows stands to what was agreed on.
    private sealed record Glance(int Property, MappedRow Row, bool HasAgreed, bool HasChanged);
}
