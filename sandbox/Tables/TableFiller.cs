using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.Tables;

/// <summary>Inserts rows into the table of one entity.</summary>
internal sealed class TableFiller : IDisposable
{
    private readonly EntityDescription _entity;
    private readonly Statement _insert;

    public TableFiller(SqliteDatabase database, EntityDescription entity)
    {
        _entity = entity;
        _insert = database.Prepare(InsertInto(entity));
    }

    /// <summary>Inserts a row. What the entity does not describe is left out.</summary>
    public void Insert(SampleRow row)
    {
        for (var column = 0; column < _entity.Properties.Length; column++)
        {
            Bind(column + 1, row[_entity.Properties[column].Path]);
        }

        _insert.Run();
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private static string InsertInto(EntityDescription entity) =>
        $"INSERT INTO {Sql.TableOf(entity)} ({string.Join(", ", entity.Properties.Select(Sql.ColumnOf))}) "
        + $"VALUES ({string.Join(", ", entity.Properties.Select(_ => "?"))})";

    // A decimal goes in as text: the column's affinity makes the nearest number of it, without a detour through floating point here.
    private void Bind(int parameter, Value value)
    {
        _ = value.Kind switch
        {
            ValueKind.None => _insert.BindNull(parameter),
            ValueKind.Integer => _insert.Bind(parameter, value.AsInteger),
            ValueKind.Boolean => _insert.Bind(parameter, value.AsBoolean ? 1L : 0L),
            ValueKind.DateTime => _insert.Bind(parameter, Instant(value.AsDateTime)),
            _ => _insert.Bind(parameter, value.ToString()),
        };
    }

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
