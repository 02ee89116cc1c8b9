using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.History;

/// <summary>The changes of a record in binary form.</summary>
internal static class JournalCodec
{
    /// <summary>Writes the changes of a record.</summary>
    public static void Write(ByteWriter writer, IReadOnlyList<PropertyJournal> changes, RecordName self, Func<string, int> numberOfEntity)
    {
        writer.Number(changes.Count);
        Stamp? before = null;
        foreach (var change in changes)
        {
            writer.Number(change.Slot);
            ValueCodec.Write(writer, change.Before);
            ValueCodec.Write(writer, change.After);
            writer.Number(change.Flow);
            writer.Number(change.Line);
            writer.Byte(before == change.Stamp ? (byte)0 : (byte)1);
            if (before != change.Stamp)
            {
                WriteStamp(writer, change.Stamp, self, numberOfEntity);
                before = change.Stamp;
            }
        }
    }

    /// <summary>Reads the changes of a record.</summary>
    public static List<PropertyJournal> Read(ReadOnlySpan<byte> bytes, RecordName self, Func<int, string> nameOfEntity)
    {
        var reader = new ByteReader(bytes);
        var changes = new List<PropertyJournal>(reader.Count());
        var stamp = Stamp.Unknown;
        for (var left = changes.Capacity; left > 0; left--)
        {
            var slot = (int)reader.Number();
            var (before, after) = (ValueCodec.Read(ref reader), ValueCodec.Read(ref reader));
            var (flow, line) = ((int)reader.Number(), (int)reader.Number());
            stamp = reader.Byte() == 0 ? stamp : ReadStamp(ref reader, self, nameOfEntity);
            changes.Add(new PropertyJournal(slot, before, after, stamp, flow, line));
        }

        return changes;
    }

    private static void WriteStamp(ByteWriter writer, Stamp stamp, RecordName self, Func<string, int> numberOfEntity)
    {
        writer.Number(stamp.Time);
        writer.Number(stamp.Rank);
        writer.Number(stamp.Hops);
        writer.Number(stamp.Generation);
        writer.Number(stamp.Origin == self ? 0 : numberOfEntity(stamp.Origin.Entity));
        if (stamp.Origin != self)
        {
            writer.Text(stamp.Origin.Key);
        }
    }

    private static Stamp ReadStamp(ref ByteReader reader, RecordName self, Func<int, string> nameOfEntity)
    {
        var (time, rank, hops, generation) = (reader.Number(Stamp.MostTime), (int)reader.Number(), (int)reader.Number(), (int)reader.Number());
        var entity = (int)reader.Number();
        var origin = entity == 0 ? self : new RecordName(nameOfEntity(entity), reader.Text());
        return new Stamp(time, rank, origin, hops, generation, 0);
    }
}
