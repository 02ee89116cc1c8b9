using System.Globalization;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>Makes records of rows.</summary>
internal static class SqlRow
{
    /// <summary>The record of a row, or why there is none.</summary>
    public static Record? Read(Statement row, SqlTable table, out RecordFault? fault)
    {
        var key = row.IsNull(SqlTable.KeyColumn) ? null : row.Text(SqlTable.KeyColumn);
        if (string.IsNullOrEmpty(key))
        {
            fault = new RecordFault(null, table.Entity.Key.Property, $"a record of {table.Entity.Name} has no {table.Entity.Key.Property}, which is its key");
            return null;
        }

        DateTime? modified = null;
        if (table.Modified is not null && !row.IsNull(SqlTable.ModifiedColumn) && (modified = ModifiedOf(row)) is null)
        {
            fault = Broken(row, SqlTable.ModifiedColumn, key, table.Entity.Modified!, PropertyType.DateTime);
            return null;
        }

        var values = new Value[table.Columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var property = table.Shape.Properties[i];
            if (!SqlValues.TryRead(row, SqlTable.FirstColumn + i, property.Type, out values[i]))
            {
                fault = Broken(row, SqlTable.FirstColumn + i, key, property.Path, property.Type);
                return null;
            }
        }

        fault = null;
        return new Record(key, values, modified);
    }

    private static DateTime? ModifiedOf(Statement row) =>
        SqlValues.TryRead(row, SqlTable.ModifiedColumn, PropertyType.DateTime, out var value) ? value.AsDateTime : null;

    private static RecordFault Broken(Statement row, int column, string key, string path, PropertyType type) => new(
        key, path, $"{path} holds '{row.Text(column)}', which is no {type.ToString().ToLower(CultureInfo.InvariantCulture)}");
}
