using static SesamTalk.Engine.Documents.TypeExpression;

namespace SesamTalk.Engine.Documents;

/// <summary>Understands Data Type cells, as far as they can be.</summary>
internal static class DataTypeReader
{
    /// <summary>The cell of a conversion that is not told.</summary>
    public const string NotSaid = "N/A";

    /// <summary>What a cell, without blanks at its ends, comes to.</summary>
    public static DataTypeMeaning Read(string cell) => cell switch
    {
        "\"string\"" => new("string", true),
        "\"integer\"" => new("integer", true),
        "\"decimal\"" => new("decimal", true),
        "\"boolean\"" => new("boolean", true),
        "\"list\"" => new("list", true),
        NotSaid => new(null, true),
        "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]" => new("date", true),
        _ => Mended([.. DamagedExpression.Mend(cell)]),
    };

    private static DataTypeMeaning Mended(TypeExpression[] readings) => readings switch
    {
        [Call { Name: "replace", Arguments: [Literal unwanted, Literal { Text: "" }, Call { Name: "string", Arguments: [Self] }] }]
            when unwanted.Text.Length > 0 => new("string", true) { Removes = unwanted.Text },
        _ => new(TypeOfAll(readings), false),
    };

    // What was lost can leave several readings; then only what all of them say is known.
    private static string? TypeOfAll(TypeExpression[] readings)
    {
        string?[] types = [.. readings.Select(TypeOf).Distinct()];
        return types.Length == 1 ? types[0] : null;
    }

    private static string? TypeOf(TypeExpression expression) => expression switch
    {
        Call { Name: "string" or "integer" or "decimal" or "boolean" or "list" } call => call.Name,
        Call { Name: "float" } => "decimal",
        Call { Name: "replace" or "upper" or "lower" or "strip" } => "string",
        Call { Name: "datetime-format", Arguments: [Literal format, ..] } => TypeOf(format.Text),
        Call { Name: "if-null", Arguments: [var value, var instead] } => Common(TypeOf(value), TypeOf(instead)),
        Call { Name: "if", Arguments: [_, var yes, var no] } => Common(TypeOf(yes), TypeOf(no)),
        Call { Name: "if", Arguments: [_, var yes] } => TypeOf(yes),
        _ => null,
    };

    private static string TypeOf(string format) => format.Contains("%H", StringComparison.Ordinal) ? "datetime" : "date";

    // Whole numbers are decimals too; other types have nothing in common.
    private static string? Common(string? one, string? other)
    {
        if (one == other)
            return one;
        return (one, other) is ("integer", "decimal") or ("decimal", "integer") ? "decimal" : null;
    }
}
