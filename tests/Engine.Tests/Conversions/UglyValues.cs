using System.Text;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>Values that are made to break conversions, the same ones in every run.</summary>
internal sealed class UglyValues(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\n\u00a0", "a", " a b ", "e\u0301", "\u0301", "\u00e9", "A\u030a", "\ud800", "x\udc00y", "\U0001F600", "İ", "ı", "ß", "ǰ", "\ufb01", "Å", "\u212b", "\0", "a\0b",
        "-0", "0", "007", "+1", "1e5", "1,5", "12.50", " 12 ", "123456789012345678901234567890", "0.1234567890123456789012345678901", "-79228162514264337593543950335",
        "29.02.2024", "29.02.2023", "01.01.0001", "31.12.9999", "1.1.2024", "29 Feb 2024", "2024-02-29T23:59:59.9999999Z", "2024-03-31T02:30:00+01:00", "2024-13-01T00:00:00Z", "2024-05-01T10:00",
        "31.03.2024 02:30", "27.10.2024 02:30", "31.03.2024 00:00", "2018-11-04 00:00:00", "2018-02-17 23:30:00", "29.02.2024 24:00",
        "NO", "no", "NOR", "Norway", "NORWAY", "XX", "nb", "nob", "Norwegian Bokmål", "NOK", "Norwegian Krone", "kroner", "true", "TRUE", "Y", "n", "ja", "yes", "1", "2",
        "NO-", "NO-1", "no-1", "NO 12", "NO  12", "NO-\u0301", "N", "S", "New", "new", "Shipped", "O", "abab", "aabb", "a-b", "a - b", "a,b", " a , , b,", ",", "a,\u0301b", "red; green",
        "kari@example.no", "KARI@EXAMPLE.NO", "kari@", "a@b@c", "Kari <kari@example.no>", "İ@x.no",
        "99 88 77 66", "+47 99887766", "0047-99.88.77.66", "(0)8-123 456", "08-123 45 67", "+0", "110", "+", "call me", "１２３４５６７８",
        "example.com", "HTTP://Example.com/", "https://example.com/a b", "ftp://x", "https://ø.no/æ?q=%20#å", "//x", "http://", "mailto:a@b.no", "https://example.com:443/x", "example.com:8080",
        "<p>a</p><p>b</p>", "a<br>b", "a &amp; b", "<b>", "&lt;", "a\r\nb", "\n\na\n\n\n\nb \n", "<script>x</script>y", "<ul><li>a<li>b</ul>", "&nbsp;x&nbsp;", "&#0;", "<table><tr><td>1<td>2</table>",
    ];

    private static readonly string Alphabet = "abAB019 .,-+@:/;<>&éÉøØßİı\u0301\u00a0\n\ud83d\ude00\ud800";

    private readonly Random _random = new(seed);

    /// <summary>Values of a type; of all types for one that may be anything.</summary>
    public IEnumerable<Value> Of(PropertyType type) => type switch
    {
        PropertyType.String => [Value.None, .. Texts.Select(Value.Text), Value.Text(new string('x', 100_000)), .. Many(300, () => Value.Text(RandomText()))],
        PropertyType.Integer => [Value.None, .. new[] { 0L, 1, 2, -1, 7, long.MinValue, long.MaxValue }.Select(Value.Integer), .. Many(100, () => Value.Integer(_random.NextInt64()))],
        PropertyType.Decimal => [Value.None, .. new[] { 0m, -0.0m, 0.5m, -0.5m, 2.675m, 12.50m, -0.001m, decimal.MaxValue, decimal.MinValue, 1e-28m }.Select(Value.Decimal), .. Many(200, RandomDecimal)],
        PropertyType.Boolean => [Value.None, Value.Boolean(true), Value.Boolean(false)],
        PropertyType.Date => [Value.None, .. Days.Select(Value.Date), .. Many(200, () => Value.Date(DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber))))],
        PropertyType.DateTime => [Value.None, .. Instants, .. Many(300, () => Value.DateTime(new DateTime(_random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc)))],
        PropertyType.List => [Value.None, Value.List([]), .. Texts.Select(t => Value.List([Value.Text(t)])), Value.List([Value.Integer(1)]), Value.List([Value.List([])]), .. Many(200, RandomList)],
        _ => new[] { PropertyType.String, PropertyType.Integer, PropertyType.Decimal, PropertyType.Boolean, PropertyType.Date, PropertyType.DateTime, PropertyType.List }.SelectMany(Of),
    };

    /// <summary>A value, written otherwise without saying anything else (clause O4).</summary>
    public static IEnumerable<Value> Respelled(Value value)
    {
        if (value.Kind == ValueKind.Text)
        {
            yield return Value.Text($" \t{value.AsText}\n");
            if (IsWhole(value.AsText))
            {
                yield return Value.Text(value.AsText.Normalize(NormalizationForm.FormD));
                yield return Value.Text(value.AsText.Normalize(NormalizationForm.FormC));
            }
        }
        else if (value.Kind == ValueKind.Decimal && Math.Abs(value.AsDecimal) < 1_000_000m)
        {
            yield return Value.Decimal(value.AsDecimal * 1.0m);
        }
    }

    /// <summary>A text, damaged a little: another case, a character more or less.</summary>
    public IEnumerable<Value> Near(Value value)
    {
        yield return value;
        if (value is { Kind: ValueKind.Text, AsText.Length: > 0 and < 200 })
        {
            var text = value.AsText;
            var at = _random.Next(text.Length);
            yield return Value.Text(text.ToUpperInvariant());
            yield return Value.Text(text.ToUpperInvariant().ToLowerInvariant());
            yield return Value.Text(text.Remove(at, 1));
            yield return Value.Text(text.Insert(at, Alphabet[_random.Next(Alphabet.Length)].ToString()));
        }
    }

    private static IEnumerable<DateOnly> Days =>
        [DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29), new(1900, 2, 28), new(2018, 11, 4), new(2024, 3, 31), new(2024, 10, 27), new(1970, 1, 1)];

    private static IEnumerable<Value> Instants =>
        from day in Days
        from minutes in new[] { -1, 0, 1, 30, 60, 61, 90, 120, 150, 180 }
        let ticks = day.ToDateTime(TimeOnly.MinValue).Ticks + (minutes * TimeSpan.TicksPerMinute) + (minutes == 61 ? 1 : 0)
        where ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
        select Value.DateTime(new DateTime(ticks, DateTimeKind.Utc));

    private static bool IsWhole(string text)
    {
        try
        {
            return text.IsNormalized() || true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string RandomText() => string.Concat(Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Alphabet[_random.Next(Alphabet.Length)]));

    private Value RandomDecimal() => Value.Decimal(new decimal(_random.Next(), _random.Next(), _random.Next(2) * _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)));

    private Value RandomList() => Value.List([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value.Text(_random.Next(2) == 0 ? RandomText() : "red"))]);

    private static IEnumerable<Value> Many(int count, Func<Value> make) => Enumerable.Range(0, count).Select(_ => make());
}
