using SesamTalk.Engine.History;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State.Reading;

/// <summary>A change as the journal holds it, with its values as they are: not to be shown.</summary>
/// <param name="Run">The run.</param>
/// <param name="Started">When the run began.</param>
/// <param name="Record">The record.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Path">The property.</param>
/// <param name="Change">The change.</param>
internal sealed record JournalChange(long Run, DateTimeOffset Started, RecordName Record, ChangeKind Kind, string Path, PropertyJournal Change);

/// <summary>Reads the journal (clause H1). It has no index by record: a person asks seldom, and every write would pay for it.</summary>
internal sealed class JournalReader(StateQuery query, StateNames names)
{
    private const string All = "SELECT j.run, j.entity, j.key, j.kind, j.changes, r.started FROM journal j LEFT JOIN run r ON r.number = j.run";

    /// <summary>All changes, in the order in which they were made.</summary>
    public IEnumerable<JournalChange> Read() => query.Rows($"{All} ORDER BY j.number", Read).SelectMany(changes => changes);

    /// <summary>The changes of a record, in the order in which they were made.</summary>
    public IEnumerable<JournalChange> Of(RecordName record) => names.NumberOf(record.Entity) is { } entity
        ? query.Rows($"{All} WHERE j.entity = ? AND j.key = ? ORDER BY j.number", Read, entity, record.Key).SelectMany(changes => changes)
        : [];

    /// <summary>The changes of a run, in the order in which they were made.</summary>
    public IEnumerable<JournalChange> Of(long run) => query.Rows($"{All} WHERE j.run = ? ORDER BY j.number", Read, run).SelectMany(changes => changes);

    /// <summary>A change as it may be shown (clause H3).</summary>
    public JournalEntry Shown(JournalChange it)
    {
        var (change, flow) = (it.Change, names.Flows[it.Change.Flow]);
        var sensitive = names.IsSensitive(it.Record.Entity, it.Path);
        return new JournalEntry(
            it.Run,
            it.Record.ToString(),
            it.Kind,
            it.Path,
            Masked.Of(change.Before, sensitive),
            Masked.Of(change.After, sensitive),
            change.Stamp.Origin.ToString(),
            TimeOf(change.Stamp),
            flow.Name,
            flow.File,
            change.Line)
        {
            RunStarted = it.Started,
        };
    }

    /// <summary>When an edit was made; none for a value that was there at first sight and has no time.</summary>
    public static DateTimeOffset? TimeOf(Stamp edit) => edit.Time <= Stamp.LowestTime ? null : new DateTimeOffset(edit.Time, TimeSpan.Zero);

    private List<JournalChange> Read(Statement row)
    {
        var (run, entity, kind) = (row.Long(0), (int)row.Long(1), (ChangeKind)row.Long(3));
        var (name, started) = (names.NameOf(entity, row.Text(2)), new DateTimeOffset(row.Long(5), TimeSpan.Zero));
        return JournalCodec.Read(row.Bytes(4), name, names.EntityOf)
            .ConvertAll(change => new JournalChange(run, started, name, kind, names.PathOf(entity, change.Slot), change));
    }
}
