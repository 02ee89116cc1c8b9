using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State;

/// <summary>The value and the stamp of a wish in binary form.</summary>
internal static class WishCodec
{
    /// <summary>Writes a wish.</summary>
    public static void Write(ByteWriter writer, Wish wish)
    {
        ValueCodec.Write(writer, wish.Value);
        writer.Number(wish.Stamp.Time);
        writer.Number(wish.Stamp.Rank);
        writer.Text(wish.Stamp.Origin.Entity);
        writer.Text(wish.Stamp.Origin.Key);
        writer.Number(wish.Stamp.Hops);
        writer.Number(wish.Stamp.Generation);
        writer.Number(wish.Stamp.Epoch);
    }

    /// <summary>Reads a wish.</summary>
    public static Wish Read(ReadOnlySpan<byte> bytes, int property, MappedFlow flow, MappedRow row)
    {
        var reader = new ByteReader(bytes);
        var value = ValueCodec.Read(ref reader);
        var (time, rank) = (reader.Number(), (int)reader.Number());
        var origin = new RecordName(reader.Text(), reader.Text());
        var stamp = new Stamp(time, rank, origin, (int)reader.Number(), (int)reader.Number(), reader.Number());
        return new Wish(property, value, stamp, flow, row);
    }
}
