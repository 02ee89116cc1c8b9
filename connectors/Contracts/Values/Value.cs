using System.Globalization;

namespace SesamTalk.Connectors.Values;

/// <summary>
/// One value of one property, as a system holds it. Immutable; the default is <see cref="None"/>.
/// Equality is exact (<c>"A"</c> is not <c>"a "</c>); what counts as the same in a comparison of two systems is the engine's
/// canonical form, not this.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _object;
    private readonly long _bits;

    private Value(ValueKind kind, long bits, object? boxed)
    {
        Kind = kind;
        _bits = bits;
        _object = boxed;
    }

    /// <summary>No value.</summary>
    public static Value None => default;

    /// <summary>What this value holds.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNone => Kind == ValueKind.None;

    /// <summary>The text. Valid for <see cref="ValueKind.Text"/> only.</summary>
    public string AsText => (string)_object!;

    /// <summary>The whole number. Valid for <see cref="ValueKind.Integer"/> only.</summary>
    public long AsInteger => _bits;

    /// <summary>The number. Valid for <see cref="ValueKind.Decimal"/> and <see cref="ValueKind.Integer"/>.</summary>
    public decimal AsDecimal => Kind == ValueKind.Integer ? _bits : (decimal)_object!;

    /// <summary>The truth value. Valid for <see cref="ValueKind.Boolean"/> only.</summary>
    public bool AsBoolean => _bits != 0;

    /// <summary>The date. Valid for <see cref="ValueKind.Date"/> only.</summary>
    public DateOnly AsDate => DateOnly.FromDayNumber((int)_bits);

    /// <summary>The instant, of kind UTC. Valid for <see cref="ValueKind.DateTime"/> only.</summary>
    public DateTime AsDateTime => new(_bits, DateTimeKind.Utc);

    /// <summary>The elements. Valid for <see cref="ValueKind.List"/> only.</summary>
    public IReadOnlyList<Value> AsList => (IReadOnlyList<Value>)_object!;

    /// <summary>One value a property. Valid for <see cref="ValueKind.Element"/> only.</summary>
    public IReadOnlyList<Value> AsElement => (IReadOnlyList<Value>)_object!;

    /// <summary>Text; <see langword="null"/> gives <see cref="None"/>.</summary>
    public static Value Text(string? text) => text is null ? None : new Value(ValueKind.Text, 0, text);

    /// <summary>A whole number.</summary>
    public static Value Integer(long number) => new(ValueKind.Integer, number, null);

    /// <summary>A decimal number.</summary>
    public static Value Decimal(decimal number) => new(ValueKind.Decimal, 0, number);

    /// <summary>A truth value.</summary>
    public static Value Boolean(bool truth) => new(ValueKind.Boolean, truth ? 1 : 0, null);

    /// <summary>A calendar date.</summary>
    public static Value Date(DateOnly date) => new(ValueKind.Date, date.DayNumber, null);

    /// <summary>An instant; local and unspecified times are taken as UTC.</summary>
    public static Value DateTime(DateTime instant) => new(ValueKind.DateTime, instant.Ticks, null);

    /// <summary>A list. The caller must not change it afterwards.</summary>
    public static Value List(IReadOnlyList<Value> elements) => new(ValueKind.List, 0, elements);

    /// <summary>An element of a list, one value a property. The caller must not change it afterwards.</summary>
    public static Value Element(IReadOnlyList<Value> properties) => new(ValueKind.Element, 0, properties);

    /// <summary>Exact equality.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Exact inequality.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Value other) => Kind == other.Kind && Kind switch
    {
        ValueKind.Text => string.Equals(AsText, other.AsText, StringComparison.Ordinal),
        ValueKind.Decimal => AsDecimal == other.AsDecimal,
        ValueKind.List => AsList.SequenceEqual(other.AsList),
        ValueKind.Element => AsElement.SequenceEqual(other.AsElement),
        _ => _bits == other._bits,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.Text => string.GetHashCode(AsText, StringComparison.Ordinal),
        ValueKind.Decimal => AsDecimal.GetHashCode(),
        ValueKind.List => AsList.Count,
        ValueKind.Element => AsElement.Count,
        _ => HashCode.Combine(Kind, _bits),
    };

    /// <summary>The value as text that does not depend on a culture: what a key is made of, and what a person is shown.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.None => string.Empty,
        ValueKind.Text => AsText,
        ValueKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Decimal => AsDecimal.ToString(CultureInfo.InvariantCulture),
        ValueKind.Boolean => AsBoolean ? "true" : "false",
        ValueKind.Date => AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.DateTime => AsDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        ValueKind.Element => "(" + string.Join(", ", AsElement) + ")",
        _ => "[" + string.Join(", ", AsList) + "]",
    };
}
