using System.Buffers.Binary;
using System.Text;

namespace SesamTalk.Engine.Values;

/// <summary>Writes the engine's own binary form into a buffer that grows and is used again.</summary>
internal sealed class ByteWriter(int capacity = 1024)
{
    private const int BytesACharacter = 3;

    // Of as many characters the bytes can be counted in one byte of a number.
    private const int ShortText = 63 / BytesACharacter;

    private byte[] _buffer = new byte[capacity];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>One byte.</summary>
    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>A number of any sign, short where it is small.</summary>
    public void Number(long value)
    {
        var zigzag = (ulong)((value << 1) ^ (value >> 63));
        while (zigzag >= 0x80)
        {
            Byte((byte)(zigzag | 0x80));
            zigzag >>= 7;
        }

        Byte((byte)zigzag);
    }

    /// <summary>Eight bytes.</summary>
    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>A text with its length.</summary>
    public void Text(string value)
    {
        if (value.Length <= ShortText)
        {
            ShortLength(value);
            return;
        }

        var size = Encoding.UTF8.GetByteCount(value);
        Number(size);
        Encoding.UTF8.GetBytes(value, Room(size));
    }

    /// <summary>A decimal number.</summary>
    public void Decimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), part);
        }
    }

    // A short text's length takes one byte, which is filled in behind the text.
    private void ShortLength(string value)
    {
        var room = Room(1 + (value.Length * BytesACharacter));
        var size = Encoding.UTF8.GetBytes(value, room[1..]);
        room[0] = (byte)(size << 1);
        Length -= room.Length - 1 - size;
    }

    private Span<byte> Room(int size)
    {
        if (Length + size > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + size));
        }

        Length += size;
        return _buffer.AsSpan(Length - size, size);
    }
}
