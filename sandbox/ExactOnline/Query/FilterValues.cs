using System.Globalization;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>The two sides of a comparison, in the form in which the tables hold the field.</summary>
/// <param name="time">How times are read.</param>
internal sealed class FilterValues(ExactTime time)
{
    /// <summary>The sign of SQL for a word of OData; none where there is no such word.</summary>
    public static string? SignOf(string word) => word switch
    {
        "eq" => "=",
        "ne" => "<>",
        "gt" => ">",
        "ge" => ">=",
        "lt" => "<",
        "le" => "<=",
        _ => null,
    };

    /// <summary>The field's side and the literal's; no value for <c>null</c>.</summary>
    /// <exception cref="ExactRefusalException">The literal is of another kind than the field.</exception>
    public (string Side, object? Value) Of(Field field, string sql, FilterToken literal) => (field.Type, literal.Kind) switch
    {
        (_, FilterTokenKind.Word) when literal.Text == "null" => (sql, null),
        (FieldType.Text, FilterTokenKind.Text) => (sql, literal.Text),
        (FieldType.Guid, FilterTokenKind.Guid) => (sql, Uuid(literal.Text)),
        (FieldType.Integer or FieldType.Long or FieldType.Decimal, FilterTokenKind.Number) => (sql, Number(literal.Text)),
        (FieldType.Boolean, FilterTokenKind.Word) when literal.Text is "true" or "false" => ($"coalesce({sql}, 0)", literal.Text == "true"),
        (FieldType.Date, FilterTokenKind.DateTime) => ($"(substr({sql}, 1, 10) || 'T00:00:00')", Wall(literal.Text).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        (FieldType.Instant, FilterTokenKind.DateTime) => (sql, time.Instant(Wall(literal.Text))),
        _ => throw ExactRefusalException.Malformed($"Operator is incompatible with operand types for '{field.Name}'."),
    };

    private static object Number(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : double.Parse(text, CultureInfo.InvariantCulture);

    private static string Uuid(string text) =>
        Guid.TryParse(text, out var guid) ? guid.ToString("D") : throw ExactRefusalException.Malformed($"'{text}' is no Guid.");

    private DateTime Wall(string text) =>
        time.WallClock(text) ?? throw ExactRefusalException.Malformed($"'{text}' is no DateTime.");
}
