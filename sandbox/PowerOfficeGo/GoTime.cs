using System.Globalization;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>PowerOffice Go's instants: ISO 8601 with an offset and seven digits after the second.</summary>
internal static class GoTime
{
    /// <summary>A column as text that orders as its instants do, however many digits each was given.</summary>
    public static string Ordered(string sql) =>
        $"substr(CASE instr({sql}, '.') WHEN 0 THEN rtrim({sql}, 'Z') || '.' ELSE rtrim({sql}, 'Z') END || '0000000', 1, 27)";

    /// <summary>An instant in the form of <see cref="Ordered"/>; nothing where the text is none.</summary>
    public static string? Ordering(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)
            : null;

    /// <summary>A cell on the wire; what is no instant goes as it is.</summary>
    public static string Wire(string cell) => Ordering(cell) is { } instant ? instant + "+00:00" : cell;
}
