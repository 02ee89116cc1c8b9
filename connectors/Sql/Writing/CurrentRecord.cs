using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Children;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>Shows a record as it is now, within the transaction that writes.</summary>
internal sealed class CurrentRecord(TableForm table, RecordReader reader) : IDisposable
{
    private readonly ChildReader _children = new(table.Session, table.Selection.Entity, table.Shape);
    private readonly Statement _byKey = table.Session.Database.Prepare(
        $"{table.Selection.Select} WHERE {Names.Row}.{table.Source.Key.Quoted} = ?1");

    /// <summary>The record of a key, or what is wrong with it; neither where there is none.</summary>
    public (Record? Record, RecordFault? Fault) Find(string key)
    {
        KeyCell.Bind(_byKey, 1, table.Selection.Key, key);
        if (!_byKey.Step())
        {
            return default;
        }

        var record = reader.Read(_byKey, out var fault);
        _byKey.Reset();
        return record is null || !_children.HasAny ? (record, fault) : WithElements(record);
    }

    /// <summary>A record as it was written, with its elements.</summary>
    public Record? Complete(Record record) => _children.HasAny ? WithElements(record).Record : record;

    private (Record? Record, RecordFault? Fault) WithElements(Record record)
    {
        var (records, faults) = (new List<Record> { record }, new List<RecordFault>());
        _children.Fill(records, faults);
        return (records.FirstOrDefault(), faults.FirstOrDefault());
    }

    /// <summary>The key of the row that was inserted last, where a trigger may have given it.</summary>
    public string? LastKey()
    {
        using var query = table.Session.Database.Prepare(
            $"SELECT {Names.Row}.{table.Source.Key.Quoted} FROM {table.Source.From} WHERE {Names.Row}.rowid = last_insert_rowid()");
        return query.Step() && !query.IsNull(0) ? query.Text(0) : null;
    }

    /// <summary>
    /// Whether a record holds what is expected, however its cells spell it. Empty text and no value are the same: to keep them
    /// apart would let a write fail for ever over a difference that nobody sees.
    /// </summary>
    public static bool Holds(Record record, IEnumerable<(int Property, Value Value)> expected) =>
        expected.All(e => record.Values[e.Property] == e.Value || (IsEmpty(record.Values[e.Property]) && IsEmpty(e.Value)));

    /// <inheritdoc/>
    public void Dispose() => _byKey.Dispose();

    private static bool IsEmpty(Value value) => value.IsNone || value is { Kind: ValueKind.Text, AsText.Length: 0 };
}
