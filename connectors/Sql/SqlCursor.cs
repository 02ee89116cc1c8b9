using System.Globalization;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>
/// The greatest time of modification that a read has seen, as the database writes it: texts compare as texts, numbers as numbers.
/// The next read begins at it (inclusive), and never later than the overlap before this read.
/// </summary>
internal sealed class SqlCursor
{
    private const int IntegerCell = 1;
    private const char NumberMark = '#';

    private string? _text;
    private long? _number;

    /// <summary>The cursor that a read ended with.</summary>
    public static SqlCursor Of(string cursor) => cursor.StartsWith(NumberMark)
        ? new SqlCursor { _number = long.Parse(cursor.AsSpan(1), CultureInfo.InvariantCulture) }
        : new SqlCursor { _text = cursor };

    /// <summary>Takes in a row.</summary>
    public void Pass(Statement row)
    {
        if (row.TypeOf(SqlTable.ModifiedColumn) == IntegerCell)
        {
            _number = Math.Max(_number ?? long.MinValue, row.Long(SqlTable.ModifiedColumn));
        }
        else if (row.Text(SqlTable.ModifiedColumn) is var text && string.CompareOrdinal(text, _text) > 0)
        {
            _text = text;
        }
    }

    /// <summary>Binds it as the place to begin at.</summary>
    public void Bind(Statement statement, int parameter) =>
        _ = _number is { } number ? statement.Bind(parameter, number) : statement.Bind(parameter, _text ?? string.Empty);

    /// <summary>The cursor to go on from.</summary>
    /// <param name="latest">The latest place to begin at.</param>
    public string Next(DateTime latest)
    {
        if (_number is { } number)
        {
            var bound = (long)(latest - DateTime.UnixEpoch).TotalMilliseconds;
            return NumberMark + Math.Min(number, bound).ToString(CultureInfo.InvariantCulture);
        }

        // The mark between date and time, and how fine the time is, are the database's own; a shorter text sorts before.
        var text = _text ?? string.Empty;
        var separator = text.Length > 10 ? text[10] : 'T';
        var limit = latest.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(text, limit) > 0 ? limit : text;
    }
}
