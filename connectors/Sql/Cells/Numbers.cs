using System.Globalization;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>Numbers between SQLite, which has 64-bit integers, doubles and texts, and values, which are exact.</summary>
internal static class Numbers
{
    private const double DecimalLimit = 7.9e28;

    // 0001-01-01 and 9999-12-31 in milliseconds since 1970.
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>A whole number that is kept as text; 12.0 is one.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out Value value)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? Value.Integer(number) : Value.None;
        return isNumber || (TryDecimal(text, out var point) && TryWhole(point.AsDecimal, out value));
    }

    /// <summary>A whole number that is kept as a floating-point number.</summary>
    public static bool TryInteger(double number, out Value value)
    {
        value = Value.None;
        return TryDecimal(number, out var point) && TryWhole(point.AsDecimal, out value);
    }

    /// <summary>A number that is kept as text.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> text, out Value value)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? Value.Decimal(number) : Value.None;
        return isNumber;
    }

    /// <summary>A number that is kept as a floating-point number: the shortest decimal that names it.</summary>
    public static bool TryDecimal(double number, out Value value)
    {
        value = Value.None;
        if (!double.IsFinite(number) || Math.Abs(number) >= DecimalLimit)
        {
            return false;
        }

        // The conversion keeps 15 digits; where these do not name the number, its 17 do.
        var point = (decimal)number;
        if ((double)point != number)
        {
            Span<byte> digits = stackalloc byte[40];
            number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
            return TryDecimal(digits[..length], out value);
        }

        value = Value.Decimal(point);
        return true;
    }

    /// <summary>The floating-point number nearest to a decimal.</summary>
    public static double ToDouble(decimal number)
    {
        Span<byte> digits = stackalloc byte[40];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The instant so many milliseconds from 1970, or nothing where no calendar reaches.</summary>
    public static Value Instant(long milliseconds) => milliseconds is < FirstMillisecond or > LastMillisecond
        ? Value.None
        : Value.DateTime(DateTime.UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond));

    private static bool TryWhole(decimal number, out Value value)
    {
        var isWhole = decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? Value.Integer((long)number) : Value.None;
        return isWhole;
    }
}
