using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>Where a page ended: the last row's values by which rows are ordered, and its key, as literals with commas between them.</summary>
internal static class SkipToken
{
    /// <summary>The token of a row. The times in it are the tables' own: it is for nobody but this stand-in to read.</summary>
    public static string Write(IEnumerable<(Field Field, object? Value)> cells) => string.Join(',', cells.Select(cell => cell.Value switch
    {
        null => "null",
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number => $"{number.ToString("R", CultureInfo.InvariantCulture)}d",
        var text => $"{PrefixOf(cell.Field.Type)}'{text.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
    }));

    /// <summary>The values in a token.</summary>
    /// <exception cref="ExactRefusalException">It is none.</exception>
    public static ImmutableArray<object?> Read(string token) =>
        [.. FilterTokens.Of(token).Where(piece => piece.Kind is not (FilterTokenKind.Sign or FilterTokenKind.End)).Select(Value)];

    private static object? Value(FilterToken piece) => piece.Kind switch
    {
        FilterTokenKind.Word => null,
        FilterTokenKind.Number when long.TryParse(piece.Text, CultureInfo.InvariantCulture, out var whole) => whole,
        FilterTokenKind.Number => double.Parse(piece.Text, CultureInfo.InvariantCulture),
        _ => piece.Text,
    };

    private static string PrefixOf(FieldType type) => type switch
    {
        FieldType.Guid => "guid",
        FieldType.Date or FieldType.Instant => "datetime",
        _ => string.Empty,
    };
}
