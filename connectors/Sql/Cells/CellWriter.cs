using System.Globalization;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>Gives values to statements, in the spelling of the column that they go to.</summary>
internal static class CellWriter
{
    /// <summary>Binds a value.</summary>
    /// <exception cref="NotSupportedException">A list: no column holds one.</exception>
    public static void Bind(Statement statement, int parameter, Value value, CellFormat format, TimeZoneInfo zone) => _ = value.Kind switch
    {
        ValueKind.None => statement.BindNull(parameter),
        ValueKind.Text => statement.Bind(parameter, value.AsText),
        ValueKind.Integer => statement.Bind(parameter, value.AsInteger),
        ValueKind.Decimal => BindDecimal(statement, parameter, value.AsDecimal, format.Affinity),
        ValueKind.Boolean => BindBoolean(statement, parameter, value.AsBoolean, format.Affinity),
        ValueKind.Date => statement.Bind(parameter, value.AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ValueKind.DateTime => BindInstant(statement, parameter, value.AsDateTime, format.Instants, zone),
        _ => throw new NotSupportedException("A column holds one value, not a list."),
    };

    /// <summary>Binds an instant.</summary>
    public static Statement BindInstant(Statement statement, int parameter, DateTime instant, InstantFormat format, TimeZoneInfo zone) =>
        format.IsNumber
            ? statement.Bind(parameter, InstantFormat.ToMilliseconds(instant))
            : statement.Bind(parameter, format.Text(instant, zone));

    private static Statement BindBoolean(Statement statement, int parameter, bool truth, Affinity affinity) => affinity == Affinity.Text
        ? statement.Bind(parameter, truth ? "true" : "false")
        : statement.Bind(parameter, truth ? 1L : 0L);

    private static Statement BindDecimal(Statement statement, int parameter, decimal number, Affinity affinity) =>
        affinity == Affinity.Text ? statement.Bind(parameter, number.ToString(CultureInfo.InvariantCulture))
        : decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue ? statement.Bind(parameter, (long)number)
        : statement.Bind(parameter, Numbers.ToDouble(number));
}
