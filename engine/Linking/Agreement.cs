using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Linking;

/// <summary>
/// The edits on which each row of a link last agreed: one number for the source, one for the target (clauses R4, R5). A row that
/// never agreed has none. Immutable.
/// </summary>
internal sealed class Agreement
{
    private readonly (long Source, long Target)[] _rows;

    private Agreement((long, long)[] rows, ElementAgreement elements)
    {
        _rows = rows;
        Elements = elements;
    }

    /// <summary>On what the elements of lists last agreed (clause R11).</summary>
    public ElementAgreement Elements { get; }

    /// <summary>The agreement of a new link.</summary>
    public static Agreement None(int rows) => new(new (long, long)[rows], ElementAgreement.None);

    /// <summary>The agreement of a link whose rows agreed on these edits. The array is not changed afterwards.</summary>
    public static Agreement Of((long Source, long Target)[] rows, ElementAgreement elements) => new(rows, elements);

    /// <summary>Reads what <see cref="Bytes"/> gave. Rows that the flow had not then have never agreed.</summary>
    public static Agreement Read(ReadOnlySpan<byte> bytes, int rows)
    {
        var agreed = new (long, long)[rows];
        if (bytes.IsEmpty)
        {
            return new Agreement(agreed, ElementAgreement.None);
        }

        var reader = new ByteReader(bytes);
        var distinct = new (long, long)[reader.Count()];
        for (var i = 0; i < distinct.Length; i++)
        {
            var source = reader.Long();
            distinct[i] = (source, reader.Byte() == 0 ? source : reader.Long());
        }

        var elements = ReadElements(ref reader, distinct);
        for (var row = 0; row < rows && !reader.AtEnd; row++)
        {
            var place = reader.Byte();
            agreed[row] = place == 0 ? default : place <= distinct.Length ? distinct[place - 1] : throw new DamagedBytesException("a link agrees on an edit that is not there");
        }

        return new Agreement(agreed, elements);
    }

    /// <summary>On what a row last agreed.</summary>
    public RowAgreement Of(int row) => row < _rows.Length ? new RowAgreement(_rows[row].Source, _rows[row].Target) : default;

    /// <summary>This agreement, with a row that agrees on two edits.</summary>
    public Agreement With(int row, Stamp source, Stamp target)
    {
        var now = (source.EditNumber(), target.EditNumber());
        if (_rows[row] == now)
        {
            return this;
        }

        var rows = ((long, long)[])_rows.Clone();
        rows[row] = now;
        return new Agreement(rows, Elements);
    }

    /// <summary>This agreement, with the elements of lists agreeing on other edits.</summary>
    public Agreement With(ElementAgreement elements) => elements.IsSame(Elements) ? this : new Agreement(_rows, elements);

    /// <summary>The binary form: the distinct pairs of edits, then which row has which.</summary>
    public byte[] Bytes()
    {
        var distinct = new List<(long Source, long Target)>(2);
        Span<byte> places = stackalloc byte[_rows.Length];
        for (var row = 0; row < _rows.Length; row++)
        {
            places[row] = PlaceOf(_rows[row], distinct);
        }

        var elements = Elements.All.Select(it => (Number: it.Key, Place: PlaceIn(it.Value, distinct))).ToList();

        var writer = new ByteWriter(16 + (17 * distinct.Count) + _rows.Length);
        writer.Number(distinct.Count);
        foreach (var (source, target) in distinct)
        {
            writer.Long(source);
            writer.Byte(source == target ? (byte)0 : (byte)1);
            if (source != target)
            {
                writer.Long(target);
            }
        }

        writer.Number(elements.Count);
        foreach (var (number, place) in elements)
        {
            writer.Long(number);
            writer.Number(place);
        }

        foreach (var place in places)
        {
            writer.Byte(place);
        }

        return writer.Written.ToArray();
    }

    private static byte PlaceOf((long Source, long Target) row, List<(long Source, long Target)> distinct)
    {
        if (row == default)
        {
            return 0;
        }

        return (byte)(PlaceIn(row, distinct) + 1);
    }

    private static int PlaceIn((long Source, long Target) edits, List<(long Source, long Target)> distinct)
    {
        var place = distinct.IndexOf(edits);
        if (place < 0)
        {
            place = distinct.Count;
            distinct.Add(edits);
        }

        return place;
    }

    private static ElementAgreement ReadElements(ref ByteReader reader, (long, long)[] distinct)
    {
        var agreed = new Dictionary<long, (long, long)>();
        for (var left = reader.Count(); left > 0; left--)
        {
            agreed[reader.Long()] = reader.OneOf(distinct);
        }

        return ElementAgreement.Of(agreed);
    }
}

/// <summary>The edits on which a row of a link last agreed, as numbers; both 0 where it never did (clauses R4, R5).</summary>
/// <param name="Source">The edit of the source.</param>
/// <param name="Target">The edit of the target.</param>
internal readonly record struct RowAgreement(long Source, long Target)
{
    /// <summary>Whether the row has ever agreed.</summary>
    public bool IsAny => this != default;

    /// <summary>Whether the two sides still carry the one edit on which they agreed, and neither is the lesser copy of it (clauses R1, R2): nothing is left to decide.</summary>
    /// <param name="source">The source's stamp.</param>
    /// <param name="target">The target's stamp.</param>
    /// <param name="isReference">Whether the row translates keys (R10): they have no spelling, so no copy is the lesser; and what a key stands for by now is no edit.</param>
    public bool Covers(Stamp source, Stamp target, bool isReference) => IsAny
        && source.IsSameEdit(target)
        && (isReference ? !source.IsDrift && !target.IsDrift : Math.Abs(source.Hops - target.Hops) <= 1)
        && Source == source.EditNumber()
        && Target == target.EditNumber();

    /// <summary>Whether the source carries another edit than when the row last agreed.</summary>
    public bool SourceChanged(Stamp now) => !IsAny || Source != now.EditNumber();

    /// <summary>Whether the target carries another edit than when the row last agreed.</summary>
    public bool TargetChanged(Stamp now) => !IsAny || Target != now.EditNumber();
}
