using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>A prepared INSERT of certain properties.</summary>
internal sealed class InsertPlan : IDisposable
{
    private readonly TableForm _table;
    private readonly Statement _statement;
    private readonly bool _hasKey;
    private readonly bool _hasStamp;
    private readonly bool _isPredictable;

    public InsertPlan(TableForm table, InsertKind kind, int[] properties)
    {
        _table = table;
        _hasKey = kind.HasKey;
        _hasStamp = table.Stamp is not null && !properties.Contains(table.Modified);
        _isPredictable = kind is { HasKey: true, IsPlain: true } && !table.Source.HasTriggers && IsPredictable(properties);
        _statement = table.Session.Database.Prepare(Sql(properties));
    }

    /// <summary>Inserts a record.</summary>
    /// <returns>Its key and, unless triggers may have changed it, the record as stored; nothing where the table left the record out.</returns>
    /// <exception cref="SqliteFailureException">It was not accepted.</exception>
    public (string? Key, Record? Stored)? Run(CreateRequest request, Moment? now, RecordReader reader)
    {
        Bind(request, now);
        if (_isPredictable)
        {
            _statement.Run();
            return _table.Session.Database.Changes == 0 ? null : (request.Key, Predict(request, now));
        }

        if (!_statement.Step())
        {
            return null;
        }

        var returned = reader.Read(_statement, out _);
        var key = returned?.Key ?? (_statement.IsNull(0) ? null : _statement.Text(0));
        var stored = _table.Source.HasTriggers ? null : returned;

        // Only at its end does the statement check foreign keys.
        _statement.Run();
        return (key, stored);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Bind(CreateRequest request, Moment? now)
    {
        var next = 1;
        if (_hasKey)
        {
            KeyCell.Bind(_statement, next++, _table.Selection.Key, request.Key!);
        }

        if (_hasStamp)
        {
            now!.Bind(_statement, next++);
        }

        foreach (var (property, value) in request.Values)
        {
            if (property != _table.Key)
            {
                CellWriter.Bind(_statement, next++, value, _table.Formats[property], _table.Session.Settings.TimeZone);
            }
        }
    }

    private string Sql(int[] properties)
    {
        List<string> columns = [.. properties.Select(property => _table.Columns[property].Quoted)];
        if (_hasStamp)
        {
            columns.Insert(0, _table.Source.Modified!.Quoted);
        }

        if (_hasKey)
        {
            columns.Insert(0, _table.Source.Key.Quoted);
        }

        var values = columns.Count == 0
            ? "DEFAULT VALUES"
            : $"({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => '?'))})";
        return $"INSERT INTO {_table.Source.Name} {values}{(_isPredictable ? string.Empty : _table.Returning)}";
    }

    private bool IsPredictable(int[] properties)
    {
        for (var i = 0; i < _table.Shape.Count; i++)
        {
            var isSet = (i == _table.Modified && _hasStamp) || i == _table.Key || _table.Shape.Properties[i].Elements is not null;
            var isGood = isSet
                || (properties.Contains(i)
                    ? Predictable.Keeps(_table.Columns[i], _table.Shape.Properties[i].Type)
                    : Predictable.StaysEmpty(_table.Columns[i]));
            if (!isGood)
            {
                return false;
            }
        }

        return Predictable.Keeps(_table.Source.Key, _table.Selection.Key.Type);
    }

    private Record Predict(CreateRequest request, Moment? now)
    {
        var values = new Value[_table.Shape.Count];
        foreach (var (property, value) in request.Values)
        {
            values[property] = value;
        }

        if (_hasStamp && _table.Modified >= 0)
        {
            values[_table.Modified] = Value.DateTime(now!.Instant);
        }

        if (_table.Key >= 0)
        {
            values[_table.Key] = KeyCell.ValueOf(_table.Selection.Key, request.Key!);
        }

        return new Record(request.Key!, values, _hasStamp ? now!.Instant : null);
    }
}

/// <summary>What an insert is given besides its properties.</summary>
/// <param name="HasKey">Whether the key is given.</param>
/// <param name="IsPlain">Whether every value is of the type that its property is described with.</param>
internal readonly record struct InsertKind(bool HasKey, bool IsPlain);
