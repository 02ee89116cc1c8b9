using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>Keys, which are text everywhere but in the database.</summary>
internal static class KeyCell
{
    /// <summary>Binds a key as what the column holds.</summary>
    public static void Bind(Statement statement, int parameter, PropertyDescription property, string key) => _ =
        property.Type == PropertyType.Integer && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? statement.Bind(parameter, number)
            : statement.Bind(parameter, key);

    /// <summary>The key as a value of its property.</summary>
    public static Value ValueOf(PropertyDescription property, string key) =>
        property.Type == PropertyType.Integer && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Value.Integer(number)
            : Value.Text(key);
}
