using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>
/// The body of a mirror record in binary form: the values in the order of the entity's slots, then the distinct stamps, then which
/// property has which. A slot behind the end of a body is a property that was not mapped when it was written.
/// </summary>
internal sealed class MirrorCodec(int[] slotOfProperty, int slots, Func<string, int> numberOfEntity, Func<int, string> nameOfEntity)
{
    private readonly ByteWriter _values = new();
    private readonly ByteWriter _stamps = new();
    private readonly int[] _propertyOfSlot = Inverse(slotOfProperty, slots);
    private readonly List<Stamp> _distinct = [];

    /// <summary>Writes the values; the result is valid until the next call. Its fingerprint is that of the record.</summary>
    public ReadOnlySpan<byte> WriteValues(Value[] values)
    {
        _values.Clear();
        _values.Number(slots);
        foreach (var property in _propertyOfSlot)
        {
            ValueCodec.Write(_values, property < 0 ? Value.None : values[property]);
        }

        return _values.Written;
    }

    /// <summary>Writes the stamps; the result is valid until the next call.</summary>
    public ReadOnlySpan<byte> WriteStamps(Stamp[] stamps, RecordName self)
    {
        _stamps.Clear();
        _distinct.Clear();
        var place = 0;
        foreach (var property in _propertyOfSlot)
        {
            place = PlaceOf(property < 0 ? Stamp.Unknown : stamps[property], place);
            _stamps.Byte((byte)place);
        }

        _stamps.Number(_distinct.Count);
        foreach (var stamp in _distinct)
        {
            Write(stamp, self);
        }

        return _stamps.Written;
    }

    /// <summary>Reads a record's values.</summary>
    public Value[] ReadValues(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var values = new Value[slotOfProperty.Length];
        var count = reader.Count();
        for (var slot = 0; slot < count; slot++)
        {
            var value = ValueCodec.Read(ref reader);
            if (PropertyOf(slot) is var property and >= 0)
            {
                values[property] = value;
            }
        }

        return values;
    }

    /// <summary>Reads a record's stamps.</summary>
    /// <param name="bytes">What <see cref="WriteStamps"/> wrote.</param>
    /// <param name="count">How many slots there were then.</param>
    /// <param name="self">The record.</param>
    public Stamp[] ReadStamps(ReadOnlySpan<byte> bytes, int count, RecordName self)
    {
        var reader = new ByteReader(count <= bytes.Length ? bytes[count..] : throw new DamagedBytesException("a record has values without stamps"));
        var distinct = new Stamp[reader.Count()];
        for (var i = 0; i < distinct.Length; i++)
        {
            distinct[i] = Read(ref reader, self);
        }

        var stamps = new Stamp[slotOfProperty.Length];
        Array.Fill(stamps, Stamp.Unknown);
        for (var slot = 0; slot < count; slot++)
        {
            if (PropertyOf(slot) is var property and >= 0)
            {
                stamps[property] = bytes[slot] < distinct.Length ? distinct[bytes[slot]] : throw new DamagedBytesException("a value has no stamp");
            }
        }

        return stamps;
    }

    /// <summary>How many slots a record had when its values were written.</summary>
    public static int SlotsOf(ReadOnlySpan<byte> values) => new ByteReader(values).Count();

    private static int[] Inverse(int[] slotOfProperty, int slots)
    {
        var inverse = new int[slots];
        Array.Fill(inverse, -1);
        for (var property = 0; property < slotOfProperty.Length; property++)
        {
            inverse[slotOfProperty[property]] = property;
        }

        return inverse;
    }

    private int PropertyOf(int slot) => slot < _propertyOfSlot.Length ? _propertyOfSlot[slot] : -1;

    // Most often the stamp of the property before.
    private int PlaceOf(Stamp stamp, int before)
    {
        if (before < _distinct.Count && ReferenceEquals(_distinct[before], stamp))
        {
            return before;
        }

        var place = _distinct.IndexOf(stamp);
        if (place < 0)
        {
            place = _distinct.Count;
            _distinct.Add(stamp);
        }

        return place;
    }

    private void Write(Stamp stamp, RecordName self)
    {
        _stamps.Number(stamp.Time);
        if (stamp.IsUnknown)
        {
            return;
        }

        _stamps.Number(stamp.Rank);
        _stamps.Number((stamp.Hops * 2L) + (stamp.Elements is null ? 0 : 1));
        _stamps.Number(stamp.Generation);
        _stamps.Number(stamp.Epoch);
        var isSelf = stamp.Origin == self;
        _stamps.Number(isSelf ? 0 : numberOfEntity(stamp.Origin.Entity));
        if (!isSelf)
        {
            _stamps.Text(stamp.Origin.Key);
        }

        if (stamp.Elements is { } elements)
        {
            ElementStampsCodec.Write(_stamps, elements, element => Write(element, self));
        }
    }

    private Stamp Read(ref ByteReader reader, RecordName self)
    {
        var time = reader.Number(Stamp.MostTime);
        if (time == long.MinValue)
        {
            return Stamp.Unknown;
        }

        var (rank, hops, generation, epoch) = ((int)reader.Number(), reader.Number(), (int)reader.Number(), reader.Number());
        var entity = (int)reader.Number();
        var origin = entity == 0 ? self : new RecordName(nameOfEntity(entity), reader.Text());
        var stamp = new Stamp(time, rank, origin, (int)(hops >> 1), generation, epoch);
        return (hops & 1) == 0
            ? stamp
            : stamp with { Elements = ElementStampsCodec.Read(ref reader, (ref ByteReader r) => Read(ref r, self)) };
    }
}
