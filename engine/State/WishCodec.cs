using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State;

/// <summary>The value and the stamp of a wish in binary form.</summary>
internal static class WishCodec
{
    /// <summary>Writes a wish.</summary>
    public static void Write(ByteWriter writer, Wish wish) => Write(writer, wish.Value, wish.Stamp);

    /// <summary>Writes a value and its stamp.</summary>
    public static void Write(ByteWriter writer, Value value, Stamp stamp)
    {
        ValueCodec.Write(writer, value);
        Write(writer, stamp);
    }

    /// <summary>Reads a value and its stamp.</summary>
    public static (Value Value, Stamp Stamp) Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return (ValueCodec.Read(ref reader), ReadStamp(ref reader));
    }

    /// <summary>Reads a wish.</summary>
    public static Wish Read(ReadOnlySpan<byte> bytes, int property, MappedFlow flow, MappedRow row)
    {
        var (value, stamp) = Read(bytes);
        return new Wish(property, value, stamp, flow, row);
    }

    private static void Write(ByteWriter writer, Stamp stamp)
    {
        writer.Number(stamp.Time);
        writer.Number(stamp.Rank);
        writer.Text(stamp.Origin.Entity);
        writer.Text(stamp.Origin.Key);
        writer.Number((stamp.Hops * 2L) + (stamp.Elements is null ? 0 : 1));
        writer.Number(stamp.Generation);
        writer.Number(stamp.Epoch);
        if (stamp.Elements is { } elements)
        {
            ElementStampsCodec.Write(writer, elements, element => Write(writer, element));
        }
    }

    private static Stamp ReadStamp(ref ByteReader reader)
    {
        var (time, rank) = (reader.Number(Stamp.MostTime), (int)reader.Number());
        var origin = new RecordName(reader.Text(), reader.Text());
        var hops = reader.Number();
        var stamp = new Stamp(time, rank, origin, (int)(hops >> 1), (int)reader.Number(), reader.Number());
        return (hops & 1) == 0 ? stamp : stamp with { Elements = ElementStampsCodec.Read(ref reader, ReadStamp) };
    }
}
