using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Sql;

/// <summary>A SQLite database of its own.</summary>
public sealed class SqlSubject : Subject
{
    private const string Schema = """
        CREATE TABLE Thing (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT, note TEXT, count INTEGER, price NUMERIC, active INTEGER, day TEXT, at TEXT, modified TEXT,
            CHECK (note <> 'poison'));
        CREATE INDEX Thing_modified ON Thing (modified);
        CREATE TABLE ThingPart (partId INTEGER PRIMARY KEY AUTOINCREMENT, thing TEXT NOT NULL REFERENCES Thing (id), pos INTEGER NOT NULL, label TEXT, amount NUMERIC,
            CHECK (label <> 'poison'));
        CREATE INDEX ThingPart_thing ON ThingPart (thing);
        CREATE TABLE Numbered (id INTEGER PRIMARY KEY, name TEXT);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqlSubject()
    {
        _database = SqliteDatabase.Open(_folder["subject.db"], SqliteAccess.Create, TimeSpan.FromSeconds(5));
        _database.Execute("PRAGMA synchronous = OFF");
        _database.Execute(Schema);
    }

    protected override ImmutableDictionary<string, string> Settings =>
        ImmutableDictionary<string, string>.Empty.Add("provider", "sqlite").Add("connection", "Data Source=subject.db").Add("busy_timeout", "1ms");

    protected override string Folder => _folder.Path;

    public override void Add(string key, params IReadOnlyList<(string Property, Value Value)> values)
    {
        var columns = string.Concat(values.Select(v => $", {v.Property}"));
        Run($"INSERT INTO Thing (id, modified{columns}) VALUES (?, ?{string.Concat(values.Select(_ => ", ?"))})", [Value.Text(key), Now, .. values.Select(v => v.Value)]);
    }

    public override void Edit(string key, string property, Value value)
    {
        if (value.Kind == ValueKind.List)
        {
            EditParts(key, value);
            return;
        }

        Run($"UPDATE Thing SET {property} = ?, modified = ? WHERE id = ?", [value, Now, Value.Text(key)]);
    }

    public override void Delete(string key) => Run("DELETE FROM Thing WHERE id = ?", [Value.Text(key)]);

    // The table's own check rejects it.
    public override void RejectNote(string note) => note.Should().Be("poison");

    public override Trouble TroubleOf(TroubleKind kind) => SqlTroubles.Of(kind, _database, _folder["subject.db"]);

    protected override IConnectedSystem Connect(SystemDefinition system) => new SqlConnector().Connect(system);

    protected override void Clean()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private void EditParts(string key, Value parts)
    {
        Run("DELETE FROM ThingPart WHERE thing = ?", [Value.Text(key)]);
        foreach (var part in parts.AsList)
        {
            Run("INSERT INTO ThingPart (thing, partId, pos, label, amount) VALUES (?, ?, ?, ?, ?)", [Value.Text(key), .. part.AsElement]);
        }

        Run("UPDATE Thing SET modified = ? WHERE id = ?", [Now, Value.Text(key)]);
    }

    private Value Now => Value.Text(Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    private void Run(string sql, IReadOnlyList<Value> parameters)
    {
        using var statement = _database.Prepare(sql);
        for (var i = 0; i < parameters.Count; i++)
        {
            _ = parameters[i].Kind switch
            {
                ValueKind.None => statement.BindNull(i + 1),
                ValueKind.Integer => statement.Bind(i + 1, parameters[i].AsInteger),
                _ => statement.Bind(i + 1, parameters[i].ToString()),
            };
        }

        statement.Run();
    }
}
