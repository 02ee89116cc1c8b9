using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>The prepared statements that write one entity.</summary>
internal sealed class SqlWriteTable : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly SqliteDatabase _database;
    private readonly SqlTable _table;
    private readonly bool _hasTriggers;

    public SqlWriteTable(SqliteDatabase database, SqlTable table)
    {
        (_database, _table) = (database, table);
        _hasTriggers = HasTriggers();
        ModifiedFormat = FormatOf(Sample());
    }

    /// <summary>How the table writes times of modification.</summary>
    public string ModifiedFormat { get; }

    /// <summary>Why a request cannot be written, as far as the description tells; none if it can.</summary>
    public string? WhyNot(WriteRequest request) => request switch
    {
        _ when _table.Entity.Query is not null => $"{_table.Entity.Name} is a query and cannot be written",
        CreateRequest create => create.Values.Select(WhyNot).FirstOrDefault(reason => reason is not null) ?? Missing(create),
        UpdateRequest update => update.Changes.Select(WhyNot).FirstOrDefault(reason => reason is not null),
        _ => null,
    };

    /// <summary>Creates a record.</summary>
    public WriteOutcome Create(CreateRequest request, string now)
    {
        var given = request.Values.Where(value => _table.Columns[value.Property] != _table.Key).ToArray();
        var key = request.Key ?? KeyAmong(request);
        var statement = Prepared("create" + (key is null ? "" : "+") + string.Join(',', given.Select(value => value.Property)), () => CreateSql(given, key));
        var parameter = 0;
        foreach (var value in given)
        {
            SqlValues.Bind(statement, ++parameter, value.Value);
        }

        if (key is not null)
        {
            statement.Bind(++parameter, key);
        }

        if (SetsModified(given.Select(value => value.Property)))
        {
            statement.Bind(++parameter, now);
        }

        return Stored(statement)!;
    }

    /// <summary>Changes a record, where what is expected is there.</summary>
    public WriteOutcome Update(UpdateRequest request, string now)
    {
        var statement = Prepared("update" + string.Join(',', request.Changes.Select(change => change.Property)), () => UpdateSql(request));
        var parameter = 0;
        foreach (var change in request.Changes)
        {
            SqlValues.Bind(statement, ++parameter, change.Value);
        }

        if (SetsModified(request.Changes.Select(change => change.Property)))
        {
            statement.Bind(++parameter, now);
        }

        statement.Bind(++parameter, request.Key);
        foreach (var change in request.Changes)
        {
            SqlValues.Bind(statement, ++parameter, change.Expected);
        }

        return (WriteOutcome?)Stored(statement) ?? new Changed(Current(request.Key));
    }

    /// <summary>Deletes a record, where what is expected is there.</summary>
    public WriteOutcome Delete(DeleteRequest request)
    {
        var statement = Prepared("delete" + string.Join(',', request.Expected.Select(value => value.Property)), () => DeleteSql(request));
        statement.Bind(1, request.Key);
        for (var i = 0; i < request.Expected.Length; i++)
        {
            SqlValues.Bind(statement, i + 2, request.Expected[i].Value);
        }

        statement.Run();
        return _database.Changes > 0 ? new Written(request.Key, null) : new Changed(Current(request.Key));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    private string CreateSql(PropertyValue[] given, string? key)
    {
        var columns = given.Select(value => _table.Columns[value.Property]).ToList();
        if (key is not null)
        {
            columns.Add(_table.Key);
        }

        if (SetsModified(given.Select(value => value.Property)))
        {
            columns.Add(_table.Modified!);
        }

        var values = columns.Count == 0 ? "DEFAULT VALUES" : $"({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        return $"INSERT INTO {_table.Name} {values} RETURNING {_table.Selected}";
    }

    private string UpdateSql(UpdateRequest request)
    {
        var set = request.Changes.Select(change => $"{_table.Columns[change.Property]} = ?").ToList();
        if (SetsModified(request.Changes.Select(change => change.Property)))
        {
            set.Add($"{_table.Modified} = ?");
        }

        var expected = string.Concat(request.Changes.Select(change => $" AND {_table.IsExpected(change.Property)}"));
        return $"UPDATE {_table.Name} SET {string.Join(", ", set)} WHERE {_table.Key} = ?{expected} RETURNING {_table.Selected}";
    }

    private string DeleteSql(DeleteRequest request) =>
        $"DELETE FROM {_table.Name} WHERE {_table.Key} = ?{string.Concat(request.Expected.Select(value => $" AND {_table.IsExpected(value.Property)}"))}";

    // RETURNING shows a row before AFTER triggers have changed it: where there are any, the row is read again.
    private Written? Stored(Statement statement)
    {
        if (!statement.Step())
        {
            return null;
        }

        var key = statement.Text(SqlTable.KeyColumn);
        var stored = SqlRow.Read(statement, _table, out _);
        while (statement.Step())
        {
        }

        return new Written(key, _hasTriggers ? Current(key) : stored);
    }

    private Record? Current(string key)
    {
        var find = Prepared("find", () => $"SELECT {_table.Selected} FROM {_table.Name} WHERE {_table.Key} = ?");
        find.Bind(1, key);
        var record = find.Step() ? SqlRow.Read(find, _table, out _) : null;
        find.Reset();
        return record;
    }

    private string? KeyAmong(CreateRequest request)
    {
        var key = Array.IndexOf(_table.Columns, _table.Key);
        var given = request.Values.FirstOrDefault(value => value.Property == key);
        return key < 0 || given.Value.IsNone ? null : given.Value.ToString();
    }

    private string? WhyNot(PropertyValue value)
    {
        var property = _table.Shape.Properties[value.Property];
        return property.Access == WriteAccess.Never && property.Path != _table.Entity.Key.Property
            ? $"{property.Path} is read-only"
            : TooLong(property, value.Value);
    }

    private string? WhyNot(PropertyChange change)
    {
        var property = _table.Shape.Properties[change.Property];
        return property.Access != WriteAccess.Always
            ? $"{property.Path} cannot be changed"
            : property.Mandatory && change.Value.IsNone ? $"{property.Path} is mandatory and cannot be emptied" : TooLong(property, change.Value);
    }

    private static string? TooLong(PropertyDescription property, Value value) =>
        property.MaxLength is { } most && value.Kind == ValueKind.Text && value.AsText.Length > most
            ? $"{property.Path} holds at most {most} characters; this has {value.AsText.Length}"
            : null;

    private string? Missing(CreateRequest create) => _table.Entity.Properties
        .Where(property => property.Mandatory && property.Access != WriteAccess.Never && property.Path != _table.Entity.Key.Property)
        .Where(property => create.Values.All(value => _table.Shape.Properties[value.Property].Path != property.Path))
        .Select(property => $"{property.Path} is mandatory")
        .FirstOrDefault();

    private bool SetsModified(IEnumerable<int> given) =>
        _table.Modified is { } modified && given.All(property => _table.Columns[property] != modified);

    private Statement Prepared(string name, Func<string> sql)
    {
        if (!_statements.TryGetValue(name, out var statement))
        {
            statement = _statements[name] = _database.Prepare(sql());
        }

        return statement;
    }

    private bool HasTriggers()
    {
        using var triggers = _database.Prepare("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE LIMIT 1");
        var any = triggers.Bind(1, _table.Entity.Table ?? _table.Entity.Name).Step();
        triggers.Reset();
        return any;
    }

    private string? Sample()
    {
        if (_table.Modified is null || _table.Entity.Query is not null)
        {
            return null;
        }

        using var one = _database.Prepare($"SELECT {_table.Modified} FROM {_table.Name} WHERE {_table.Modified} IS NOT NULL LIMIT 1");
        var sample = one.Step() ? one.Text(0) : null;
        one.Reset();
        return sample;
    }

    private static string FormatOf(string? sample)
    {
        if (sample is null || sample.Length < "2024-01-01T00:00:00".Length || SqlValues.InstantOf(sample) is null)
        {
            return SqlValues.InstantFormat;
        }

        var fraction = sample.Skip(19).TakeWhile(c => c == '.' || char.IsAsciiDigit(c)).Count();
        var digits = fraction > 1 ? "." + new string('f', Math.Min(fraction - 1, 7)) : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"yyyy-MM-dd'{sample[10]}'HH:mm:ss{digits}{(sample.EndsWith('Z') ? "'Z'" : string.Empty)}");
    }
}
