using System.Text.Json;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Makes records of rows.</summary>
internal sealed class RecordReader(RowPlan plan)
{
    /// <summary>Reads the row at whose beginning the reader stands.</summary>
    public ReadRow Read(ref Utf8JsonReader json)
    {
        var values = new Value[plan.Count];
        var row = new RowReader(values);
        row.Read(ref json, plan.Tree);
        var key = values[plan.Key.Index].ToString();
        if (key.Length == 0)
        {
            return new ReadRow(null, null, new RecordFault(null, plan.Key.Property.Path, row.Message ?? $"a row without '{plan.Key.Property.Path}', which is its key"), values);
        }

        return row.Message is { } message
            ? new ReadRow(key, null, new RecordFault(key, row.BadProperty, message), values)
            : new ReadRow(key, new Record(key, ShapeOf(values), ModifiedOf(values)), null, values);
    }

    private Value[] ShapeOf(Value[] values) => plan.Count == plan.ShapeCount ? values : values[..plan.ShapeCount];

    private DateTime? ModifiedOf(Value[] values) =>
        plan.Modified is { } slot && values[slot.Index] is { Kind: ValueKind.DateTime } modified ? modified.AsDateTime : null;
}
