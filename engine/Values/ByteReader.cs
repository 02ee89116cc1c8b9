using System.Buffers.Binary;
using System.Text;

namespace SesamTalk.Engine.Values;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
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
            var part = Byte();
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
    public string Text() => Encoding.UTF8.GetString(Take((int)Number()));

    /// <summary>A decimal number.</summary>
    public decimal Decimal()
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        }

        return new decimal(parts);
    }

    private ReadOnlySpan<byte> Take(int size)
    {
        var taken = _rest[..size];
        _rest = _rest[size..];
        return taken;
    }
}
