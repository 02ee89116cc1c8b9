using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>A prepared UPDATE of certain properties, only where they hold what is expected (clause W2), or whatever they hold.</summary>
internal sealed class UpdatePlan : IDisposable
{
    private readonly TableForm _table;
    private readonly Statement _statement;
    private readonly bool _isConditional;
    private readonly bool _hasStamp;

    public UpdatePlan(TableForm table, bool isConditional, int[] properties)
    {
        _table = table;
        _isConditional = isConditional;
        _hasStamp = table.Stamp is not null && !properties.Contains(table.Modified);
        _statement = table.Session.Database.Prepare(Sql(properties));
    }

    /// <summary>Changes a record.</summary>
    /// <param name="request">The change.</param>
    /// <param name="now">The time.</param>
    /// <param name="reader">Reads the answer.</param>
    /// <param name="stored">The record as stored, unless triggers may have changed it.</param>
    /// <returns>Whether anything was changed.</returns>
    /// <exception cref="SqliteFailureException">It was not accepted.</exception>
    public bool Run(UpdateRequest request, Moment? now, RecordReader reader, out Record? stored)
    {
        stored = null;
        Bind(request, now);
        if (!_table.Source.HasTriggers && _statement.Step())
        {
            stored = reader.Read(_statement, out _);
            _statement.Run();
            return true;
        }

        if (_table.Source.HasTriggers)
        {
            _statement.Run();
            return _table.Session.Database.Changes > 0;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Bind(UpdateRequest request, Moment? now)
    {
        var zone = _table.Session.Settings.TimeZone;
        var next = 1;
        KeyCell.Bind(_statement, next++, _table.Selection.Key, request.Key);
        foreach (var change in request.Changes)
        {
            CellWriter.Bind(_statement, next++, change.Value, _table.Formats[change.Property], zone);
        }

        foreach (var change in request.Changes)
        {
            if (_isConditional)
            {
                CellWriter.Bind(_statement, next++, change.Expected, _table.Formats[change.Property], zone);
            }
        }

        if (_hasStamp)
        {
            now!.Bind(_statement, next);
        }
    }

    private string Sql(int[] properties)
    {
        var count = properties.Length;
        List<string> sets = [.. properties.Select((property, i) => $"{_table.Columns[property].Quoted} = ?{i + 2}")];
        string[] conditions = _isConditional
            ? [.. properties.Select((property, i) => $" AND {Names.Row}.{_table.Columns[property].Quoted} IS ?{count + i + 2} COLLATE BINARY")]
            : [];
        if (_hasStamp)
        {
            sets.Add($"{_table.Source.Modified!.Quoted} = ?{count + conditions.Length + 2}");
        }

        return $"UPDATE {_table.Source.Name} AS {Names.Row} SET {string.Join(", ", sets)} "
            + $"WHERE {Names.Row}.{_table.Source.Key.Quoted} = ?1{string.Concat(conditions)}"
            + (_table.Source.HasTriggers ? string.Empty : _table.Returning);
    }
}
