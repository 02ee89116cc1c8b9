namespace SesamTalk.Engine.Values;

/// <summary>Reads a stamp.</summary>
internal delegate Stamp StampReading(ref ByteReader reader);

/// <summary>The stamps of elements in binary form: the distinct stamps, then what each element has.</summary>
internal static class ElementStampsCodec
{
    /// <summary>Writes them; nothing at all is told apart from none.</summary>
    public static void Write(ByteWriter writer, ElementStamps elements, Action<Stamp> write)
    {
        var distinct = elements.Marks.SelectMany(mark => (mark.Properties ?? []).Prepend(mark.Existence)).Distinct().ToList();
        writer.Number(distinct.Count);
        distinct.ForEach(write);
        var places = distinct.Select((stamp, place) => (stamp, place)).ToDictionary(it => it.stamp, it => it.place);
        writer.Number(elements.Marks.Count);
        foreach (var mark in elements.Marks)
        {
            writer.Text(mark.Key);
            writer.Number(places[mark.Existence]);
            writer.Number(mark.Properties?.Length ?? -1);
            foreach (var stamp in mark.Properties ?? [])
            {
                writer.Number(places[stamp]);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ElementStamps Read(ref ByteReader reader, StampReading read)
    {
        var distinct = new Stamp[reader.Count()];
        for (var i = 0; i < distinct.Length; i++)
        {
            distinct[i] = read(ref reader);
        }

        var marks = new ElementMark[reader.Count()];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = ReadMark(ref reader, distinct);
        }

        return new ElementStamps(marks);
    }

    private static ElementMark ReadMark(ref ByteReader reader, Stamp[] distinct)
    {
        var (key, existence, count) = (reader.Text(), reader.OneOf(distinct), reader.Number(int.MaxValue));
        var properties = count < 0 ? null : new Stamp[reader.Bound(count)];
        for (var i = 0; i < count; i++)
        {
            properties![i] = reader.OneOf(distinct);
        }

        return new ElementMark(key, existence, properties);
    }
}
