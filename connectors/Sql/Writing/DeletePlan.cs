using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>A prepared DELETE, only where certain properties hold what is expected (clause W2), or whatever they hold.</summary>
internal sealed class DeletePlan(TableForm table, bool isConditional, int[] properties) : IDisposable
{
    private readonly Statement _statement = table.Session.Database.Prepare(
        $"DELETE FROM {table.Source.Name} AS {Names.Row} WHERE {Names.Row}.{table.Source.Key.Quoted} = ?1"
        + string.Concat(properties.Select((property, i) => $" AND {Names.Row}.{table.Columns[property].Quoted} IS ?{i + 2} COLLATE BINARY")));

    /// <summary>Deletes a record.</summary>
    /// <returns>Whether it was there as expected.</returns>
    /// <exception cref="SqliteFailureException">It was not accepted.</exception>
    public bool Run(DeleteRequest request)
    {
        KeyCell.Bind(_statement, 1, table.Selection.Key, request.Key);
        for (var i = 0; isConditional && i < request.Expected.Length; i++)
        {
            var (property, value) = request.Expected[i];
            CellWriter.Bind(_statement, i + 2, value, table.Formats[property], table.Session.Settings.TimeZone);
        }

        _statement.Run();
        return table.Session.Database.Changes > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();
}
