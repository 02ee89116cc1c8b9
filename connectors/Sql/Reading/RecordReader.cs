using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>Makes records of rows. A row that cannot be one is told as a fault.</summary>
internal sealed class RecordReader(Selection selection, TimeZoneInfo zone)
{
    private const int ModifiedColumn = 1;

    private readonly PropertyDescription[] _properties = [.. selection.Shape.Properties];

    /// <summary>Whether the last record said its modification time in UTC.</summary>
    public bool ReadsUtc { get; private set; }

    /// <summary>Reads the row at which the statement stands.</summary>
    /// <param name="row">The statement.</param>
    /// <param name="fault">What is wrong with the row, where there is no record.</param>
    public Record? Read(Statement row, out RecordFault? fault)
    {
        if (!CellReader.TryRead(row, 0, selection.Key.Type, zone, out var key) || key.ToString() is not { Length: > 0 } name)
        {
            fault = RowFaults.OfKey(row, selection);
            return null;
        }

        var modified = default(ModificationTime);
        if (selection.Modified is { } stamp && !ModificationTime.TryRead(row, ModifiedColumn, zone, out modified))
        {
            fault = RowFaults.OfCell(row, ModifiedColumn, name, stamp);
            return null;
        }

        ReadsUtc = modified.IsUtc;
        return ReadValues(row, name, modified.Instant, out fault);
    }

    private Record? ReadValues(Statement row, string key, DateTime? modified, out RecordFault? fault)
    {
        var values = new Value[_properties.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (selection.ColumnOf(i) is var column && column >= 0 && !CellReader.TryRead(row, column, _properties[i].Type, zone, out values[i]))
            {
                fault = RowFaults.OfCell(row, column, key, _properties[i]);
                return null;
            }
        }

        fault = null;
        return new Record(key, values, modified);
    }
}
