using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Every applied change (clause H1): one row a written record.</summary>
internal sealed class JournalTable : IDisposable
{
    private readonly ByteWriter _writer = new();
    private readonly StatementSet _statements;
    private readonly Statement _add;

    public JournalTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _add = _statements.Add("INSERT INTO journal (run, entity, key, kind, changes) VALUES (?, ?, ?, ?, ?)");
    }

    /// <summary>Enters what was written to a record.</summary>
    public void Enter(long run, MappedEntity entity, RecordName name, ChangeKind kind, IReadOnlyList<PropertyJournal> changes, NumberTable numbers)
    {
        _writer.Clear();
        JournalCodec.Write(_writer, changes, name, numbers.NumberOf);
        _add.Bind(1, run).Bind(2, entity.Number).Bind(3, name.Key).Bind(4, (long)kind).Bind(5, _writer.Written).Run();
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
