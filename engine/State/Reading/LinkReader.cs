using SesamTalk.Engine.Linking;

namespace SesamTalk.Engine.State.Reading;

/// <summary>What a record is linked with, and why (clause I7).</summary>
internal sealed class LinkReader(StateQuery query, StateNames names, ReviewReader reviews)
{
    /// <summary>All about the links of a record.</summary>
    public RecordLinks Of(PathedRecord record) => new(
        record.Record.Name.ToString(),
        [.. Links(record, "source", "target").Concat(Links(record, "target", "source")).OrderBy(link => link.Flow, StringComparer.Ordinal)],
        [.. Members(record)],
        [.. Apart(record)],
        reviews.Of(record));

    private List<RecordLink> Links(PathedRecord record, string own, string other) => query.Rows(
        $"""
        SELECT f.name, m.entity, m.key, l.evidence, l.detail, l.run, r.started, l.state, l.ended FROM flow f JOIN link l ON l.flow = f.number AND l.{own} = ?
        JOIN mirror m ON m.id = l.{other} LEFT JOIN run r ON r.number = l.run
        """,
        row => new RecordLink(
            row.Text(0),
            names.NameOf((int)row.Long(1), row.Text(2)).ToString(),
            (EvidenceKind)row.Long(3),
            row.IsNull(4) ? null : row.Text(4),
            row.Long(5),
            new DateTimeOffset(row.Long(6), TimeSpan.Zero))
        {
            EndedIn = row.Long(7) == (long)LinkState.Held ? null : row.Long(8),
        },
        record.Record.Id);

    private IEnumerable<string> Members(PathedRecord record) => query.Rows(
        "SELECT entity, key FROM mirror WHERE (cluster = ?1 AND cluster <> id) OR id = ?1",
        row => names.NameOf((int)row.Long(0), row.Text(1)).ToString(),
        record.Record.Cluster).Order(StringComparer.Ordinal);

    private List<ApartStatus> Apart(PathedRecord record) => query.Rows(
        "SELECT m.entity, m.key, a.run, r.started FROM apart a JOIN mirror m ON m.id = a.other LEFT JOIN run r ON r.number = a.run WHERE a.one = ? ORDER BY m.entity, m.key",
        row => new ApartStatus(names.NameOf((int)row.Long(0), row.Text(1)).ToString(), row.Long(2), new DateTimeOffset(row.Long(3), TimeSpan.Zero)),
        record.Record.Id);
}
