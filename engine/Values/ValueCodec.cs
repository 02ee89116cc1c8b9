using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>Values in the engine's own binary form.</summary>
internal static class ValueCodec
{
    /// <summary>Writes a value.</summary>
    public static void Write(ByteWriter writer, Value value)
    {
        writer.Byte((byte)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Text: writer.Text(value.AsText); break;
            case ValueKind.Integer: writer.Number(value.AsInteger); break;
            case ValueKind.Decimal: writer.Decimal(value.AsDecimal); break;
            case ValueKind.Boolean: writer.Byte(value.AsBoolean ? (byte)1 : (byte)0); break;
            case ValueKind.Date: writer.Number(value.AsDate.DayNumber); break;
            case ValueKind.DateTime: writer.Long(value.AsDateTime.Ticks); break;
            case ValueKind.List: WriteList(writer, value.AsList); break;
            case ValueKind.Element: WriteList(writer, value.AsElement); break;
        }
    }

    /// <summary>Reads a value.</summary>
    public static Value Read(ref ByteReader reader)
    {
        var kind = (ValueKind)reader.Byte();
        return kind switch
        {
            ValueKind.None => Value.None,
            ValueKind.Text => Value.Text(reader.Text()),
            ValueKind.Integer => Value.Integer(reader.Number()),
            ValueKind.Decimal => Value.Decimal(reader.Decimal()),
            ValueKind.Boolean => Value.Boolean(reader.Byte() != 0),
            ValueKind.Date => ReadDate(reader.Number()),
            ValueKind.DateTime => ReadInstant(reader.Long()),
            ValueKind.List => Value.List(ReadList(ref reader)),
            ValueKind.Element => Value.Element(ReadList(ref reader)),
            _ => throw new DamagedBytesException($"a value is of the unknown kind {(int)kind}"),
        };
    }

    private static Value ReadDate(long day) => day >= 0 && day <= DateOnly.MaxValue.DayNumber
        ? Value.Date(DateOnly.FromDayNumber((int)day))
        : throw new DamagedBytesException("a date is none");

    private static Value ReadInstant(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
        ? Value.DateTime(new DateTime(ticks, DateTimeKind.Utc))
        : throw new DamagedBytesException("an instant is none");

    private static void WriteList(ByteWriter writer, IReadOnlyList<Value> elements)
    {
        writer.Number(elements.Count);
        foreach (var element in elements)
        {
            Write(writer, element);
        }
    }

    private static Value[] ReadList(ref ByteReader reader)
    {
        var elements = new Value[reader.Count()];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = Read(ref reader);
        }

        return elements;
    }
}
