using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Children;

/// <summary>Reads the elements of some records: one query for all records of a batch and each of their lists.</summary>
internal sealed class ChildReader
{
    private readonly Session _session;
    private readonly EntityDescription _owner;
    private readonly (int Place, ChildTable Table)[] _lists;

    public ChildReader(Session session, EntityDescription owner, Shape shape)
    {
        (_session, _owner) = (session, owner);
        _lists =
        [
            .. shape.Properties.Select((property, place) => (property, place))
                .Where(it => it.property.Elements is not null)
                .Select(it => (it.place, ChildTable.Of(owner, it.property))),
        ];
    }

    /// <summary>Whether there are any lists.</summary>
    public bool HasAny => _lists.Length > 0;

    /// <summary>Puts the elements into the records. What cannot be read makes a fault of its record, which then leaves the list.</summary>
    public void Fill(List<Record> records, ICollection<RecordFault> faults)
    {
        if (records.Count == 0)
        {
            return;
        }

        foreach (var (place, table) in _lists)
        {
            var elements = Read(table, records, faults);
            foreach (var record in records)
            {
                record.Values[place] = elements.TryGetValue(record.Key, out var list) ? Value.List(list) : Value.None;
            }
        }

        var faulty = faults.Select(fault => fault.Key).ToHashSet();
        records.RemoveAll(record => faulty.Contains(record.Key));
    }

    private Dictionary<string, List<Value>> Read(ChildTable table, List<Record> records, ICollection<RecordFault> faults)
    {
        var source = _session.SourceOf(table.Entity);
        var selection = new Selection(table.Entity, table.Shape, source);
        var reader = new RecordReader(selection, _session.Settings.TimeZone);
        var parent = $"{Names.Row}.{source[table.Shape.Properties[table.Parent]].Quoted}";
        var order = table.OrderBy is { } column ? $", {Names.Row}.{Names.Quote(column)}" : string.Empty;
        var rows = _session.Prepare(
            $"{selection.Select} WHERE {parent} IN (SELECT value FROM json_each(?1)) ORDER BY {parent}{order}, {Names.Row}.{source.Key.Quoted}");
        rows.Bind(1, JsonOf(records));
        var lists = new Dictionary<string, List<Value>>(StringComparer.Ordinal);
        while (rows.Step())
        {
            Take(rows, table, selection, reader, lists, faults);
        }

        return lists;
    }

    private static void Take(
        Statement row, ChildTable table, Selection selection, RecordReader reader, Dictionary<string, List<Value>> lists, ICollection<RecordFault> faults)
    {
        if (reader.Read(row, out var fault) is not { } child)
        {
            faults.Add(new RecordFault(row.Text(selection.ColumnOf(table.Parent)), table.List, $"an element of '{table.List}': {fault!.Message}"));
            return;
        }

        var owner = child.Values[table.Parent].ToString();
        if (!lists.TryGetValue(owner, out var list))
        {
            lists[owner] = list = [];
        }

        list.Add(table.ElementOf(child));
    }

    // Texts stay texts: where keys are numbers, SQLite compares them as such.
    private string JsonOf(List<Record> records) => _owner.Property(_owner.Key.Property)!.Type == PropertyType.Integer
        ? $"[{string.Join(',', records.Select(record => record.Key))}]"
        : JsonSerializer.Serialize(records.Select(record => record.Key));
}
