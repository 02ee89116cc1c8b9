using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>What was done to a record at once.</summary>
/// <param name="Entity">The number of its entity.</param>
/// <param name="Name">The record.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Changes">Property by property.</param>
internal sealed record JournalRow(int Entity, RecordName Name, ChangeKind Kind, IReadOnlyList<PropertyJournal> Changes);

/// <summary>Every applied change (clause H1): one row a written record.</summary>
internal sealed class JournalTable : IDisposable
{
    private readonly ByteWriter _writer = new();
    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _of;

    public JournalTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _of = _statements.Add("SELECT entity, key, kind, changes FROM journal WHERE run = ? ORDER BY entity, key, number");
        _add = _statements.Add("INSERT INTO journal (run, entity, key, kind, changes) VALUES (?, ?, ?, ?, ?)");
    }

    /// <summary>Enters what was written to a record.</summary>
    public void Enter(long run, MappedEntity entity, RecordName name, ChangeKind kind, IReadOnlyList<PropertyJournal> changes, NumberTable numbers)
    {
        _writer.Clear();
        JournalCodec.Write(_writer, changes, name, numbers.NumberOf);
        _add.Bind(1, run).Bind(2, entity.Number).Bind(3, name.Key).Bind(4, (long)kind).Bind(5, _writer.Written).Run();
    }

    /// <summary>What a run did, record by record, and of each in the order in which it was done.</summary>
    public IEnumerable<JournalRow> Of(long run, NumberTable numbers)
    {
        _of.Bind(1, run);
        while (_of.Step())
        {
            var name = new RecordName(numbers.NameOf((int)_of.Long(0)), _of.Text(1));
            yield return new JournalRow((int)_of.Long(0), name, (ChangeKind)_of.Long(2), JournalCodec.Read(_of.Bytes(3), name, numbers.NameOf));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
