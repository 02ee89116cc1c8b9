using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Systems;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Storage;

/// <summary>
/// Makes a database ready to stand in for a system: makes it with the sample company where it is missing, and gives the tables of one
/// that is there the columns that they lack, so that the same file serves flows that reach it by SQL.
/// </summary>
internal static class TablePreparation
{
    /// <summary>Makes the database where it is missing.</summary>
    public static void MakeMissing(string system, string path, ImmutableArray<EntityTable> tables)
    {
        if (!File.Exists(path))
        {
            var database = new SampleDatabase(system, path, [.. tables.Select(Description)]);
            DatabaseFiles.Write([database], _ => SystemRows.Of(system, SampleCompany.Create()).Select(row => Renamed(row, tables)));
        }
    }

    /// <summary>Makes tables and columns that are missing.</summary>
    public static void Complete(StandInDatabase database, ImmutableArray<EntityTable> tables)
    {
        foreach (var table in tables)
        {
            var columns = database.Query($"SELECT name FROM pragma_table_info({Literal(table.Table)})").Select(row => (string)row[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (columns.Count == 0)
            {
                database.Execute(string.Join(";\n", TableDefinition.Of(Description(table), [])));
                continue;
            }

            foreach (var field in table.Fields.Where(field => field.IsColumn && !columns.Contains(field.Name)))
            {
                database.Execute($"ALTER TABLE {Sql.Quote(table.Table)} ADD COLUMN {Sql.Quote(field.Name)} {TypeOf(field.Type)}");
            }
        }
    }

    /// <summary>A text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static SampleRow Renamed(SampleRow row, ImmutableArray<EntityTable> tables) =>
        tables.FirstOrDefault(table => table.SampleEntity == row.Entity) is { } table && table.Table != row.Entity ? row.As(table.Table) : row;

    private static EntityDescription Description(EntityTable table) => new(
        table.Table,
        new KeyDescription(table.Key.Name, KeyGiver.Client),
        [.. table.Fields.Where(field => field.IsColumn).Select(field => new PropertyDescription(field.Name, KindOf(field.Type)))])
    {
        NaturalKeys = [.. table.Fields.Where(field => field.Is("unique")).Select(field => ImmutableArray.Create(field.Name))],
    };

    private static PropertyType KindOf(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.Long => PropertyType.Integer,
        FieldType.Decimal => PropertyType.Decimal,
        FieldType.Boolean => PropertyType.Boolean,
        FieldType.Date => PropertyType.Date,
        FieldType.Instant => PropertyType.DateTime,
        _ => PropertyType.String,
    };

    private static string TypeOf(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.Long or FieldType.Boolean => "INTEGER",
        FieldType.Decimal => "NUMERIC",
        _ => "TEXT",
    };
}
