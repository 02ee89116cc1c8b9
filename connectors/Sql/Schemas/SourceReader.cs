using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Schemas;

/// <summary>Asks a database what its tables look like.</summary>
internal sealed class SourceReader(SqliteDatabase database, string databaseName)
{
    private const int Generated = 2;

    /// <summary>The source of an entity.</summary>
    /// <exception cref="SystemRefusedException">The database has nothing of that name.</exception>
    public Source Read(EntityDescription entity)
    {
        if (entity.Query is not null)
        {
            return new Source(entity, SourceKind.Query, false, ColumnsOfQuery(entity), databaseName);
        }

        var table = Source.TableOf(entity);
        var kind = KindOf(table) ?? throw NoTable(entity, table);
        return new Source(entity, kind, HasTriggers(table), ColumnsOf(table), databaseName);
    }

    private SourceKind? KindOf(string table)
    {
        using var query = database.Prepare("SELECT type FROM sqlite_master WHERE name = ?1 COLLATE NOCASE AND type IN ('table', 'view')").Bind(1, table);
        return !query.Step() ? null : query.Text(0) == "view" ? SourceKind.View : SourceKind.Table;
    }

    private bool HasTriggers(string table)
    {
        using var query = database.Prepare("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1 COLLATE NOCASE").Bind(1, table);
        return query.Step();
    }

    private List<Column> ColumnsOf(string table)
    {
        using var query = database.Prepare("SELECT name, type, hidden, dflt_value IS NOT NULL, \"notnull\" FROM pragma_table_xinfo(?1)").Bind(1, table);
        var columns = new List<Column>();
        while (query.Step())
        {
            columns.Add(new Column(query.Text(0), Column.AffinityOf(query.Text(1)), query.Long(2) >= Generated, query.Long(3) != 0)
            {
                IsNotNull = query.Long(4) != 0,
            });
        }

        return columns;
    }

    private List<Column> ColumnsOfQuery(EntityDescription entity)
    {
        try
        {
            using var query = database.Prepare($"SELECT * FROM ({Source.QueryOf(entity)}\n)");
            return [.. Enumerable.Range(0, query.ColumnCount).Select(i => new Column(query.ColumnName(i), Affinity.None, true, false))];
        }
        catch (SqliteFailureException failure) when (failure.PrimaryCode == 1)
        {
            throw new SystemRefusedException(
                $"the query of {entity.Name} does not run in {databaseName}: the system says: {failure.Message}",
                "Correct 'query' of the entity in the entity description.",
                failure);
        }
    }

    private SystemRefusedException NoTable(EntityDescription entity, string table)
    {
        using var query = database.Prepare("SELECT group_concat(name, ', ') FROM (SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name)");
        var there = query.Step() ? query.Text(0) : string.Empty;
        return new SystemRefusedException(
            $"{databaseName} has no table '{table}' for {entity.Name}",
            there.Length == 0
                ? "Correct 'connection' of the system: this database has no tables."
                : $"Correct 'table' of the entity in the entity description. Tables there: {there}.");
    }
}
