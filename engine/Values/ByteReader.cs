using System.Buffers.Binary;
using System.Text;

namespace SesamTalk.Engine.Values;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; what it cannot have written is a <see cref="DamagedBytesException"/>.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private const int MostShift = 63;
    private const int MostScale = 28;
    private const int SignAndScale = unchecked((int)0x80FF0000);

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>One byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>A number of any sign.</summary>
    public long Number()
    {
        ulong zigzag = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = shift <= MostShift ? Byte() : throw new DamagedBytesException("a number has no end");
            zigzag |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            }
        }
    }

    /// <summary>Eight bytes.</summary>
    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A text with its length.</summary>
    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>How many things follow: each of them takes a byte at least.</summary>
    public int Count() => Bound(Number());

    /// <summary>So many things follow, if there can be so many.</summary>
    public readonly int Bound(long count) => count >= 0 && count <= _rest.Length ? (int)count : throw new DamagedBytesException("more is announced than is there");

    /// <summary>One of some things, by its place.</summary>
    public T OneOf<T>(T[] things) => Number() is var place && place >= 0 && place < things.Length ? things[place] : throw new DamagedBytesException("something is named that is not there");

    /// <summary>A number that is not greater than another.</summary>
    public long Number(long most) => Number() is var number && number <= most ? number : throw new DamagedBytesException("a number is too great");

    /// <summary>A decimal number.</summary>
    public decimal Decimal()
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        }

        return (parts[3] & ~SignAndScale) == 0 && ((parts[3] >> 16) & 0xFF) <= MostScale ? new decimal(parts) : throw new DamagedBytesException("a decimal number is none");
    }

    private ReadOnlySpan<byte> Take(int size)
    {
        if (size > _rest.Length)
        {
            throw new DamagedBytesException("it ends too early");
        }

        var taken = _rest[..size];
        _rest = _rest[size..];
        return taken;
    }
}
