using System.Globalization;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>A place among the modification times of an entity: what is earlier has been read.</summary>
/// <param name="From">The instant from which the next read begins, itself included.</param>
/// <param name="IsUtc">Whether all times read so far show UTC, so that their texts stand in the order of the instants.</param>
/// <param name="Column">The column that the times are in.</param>
internal readonly record struct ChangeCursor(DateTime From, bool IsUtc, string Column)
{
    private const string Utc = "utc";
    private const string Offsets = "offsets";

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="CursorVoidException">It is none, or is one of another column.</exception>
    public static ChangeCursor Parse(string text, string column)
    {
        var parts = text.Split(' ', 3);
        return parts.Length == 3 && parts[1] is Utc or Offsets && parts[2] == column
            && DateTime.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var from)
            ? new ChangeCursor(from, parts[1] == Utc, column)
            : throw new CursorVoidException($"the place '{text}' does not belong to the modification times in '{column}'");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:O} {(IsUtc ? Utc : Offsets)} {Column}");
}
