using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Settings;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Sessions;

/// <summary>A connection to the database, with its prepared statements and what is known of its tables. One caller at a time.</summary>
internal sealed class Session : IDisposable
{
    private const int MostStatements = 200;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityDescription, Source> _sources = [];
    private long _schemaVersion = -1;

    private Session(SqliteDatabase database, SqlSettings settings)
    {
        Database = database;
        Settings = settings;
    }

    /// <summary>The connection.</summary>
    public SqliteDatabase Database { get; }

    /// <summary>The settings of the system.</summary>
    public SqlSettings Settings { get; }

    /// <summary>Rises whenever the tables of the database have changed.</summary>
    public long SchemaVersion => _schemaVersion;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SqliteFailureException">It cannot be opened.</exception>
    /// <exception cref="SystemRefusedException">Its texts are not in UTF-8.</exception>
    public static Session Open(SqlSettings settings, string pragmas)
    {
        // A reader opens the file for writing too, where it may: only so can it undo what a killed program left half written.
        var database = SqliteDatabase.Open(settings.Database.Path, settings.Database.Access, settings.BusyTimeout);
        try
        {
            database.Execute(pragmas);
            var session = new Session(database, settings);
            session.CheckEncoding();
            return session;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A statement, prepared at its first use. It is reset by who steps it.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
        {
            return known;
        }

        if (_statements.Count >= MostStatements)
        {
            ForgetStatements();
        }

        return _statements[sql] = Database.Prepare(sql);
    }

    /// <summary>Where the records of an entity are.</summary>
    public Source SourceOf(EntityDescription entity)
    {
        if (!_sources.TryGetValue(entity, out var source))
        {
            _sources[entity] = source = new SourceReader(Database, Settings.Database.Name).Read(entity);
        }

        return source;
    }

    /// <summary>How the values of a property are written.</summary>
    public CellFormat FormatOf(Source source, PropertyDescription property)
    {
        var column = source[property];
        return new CellFormat(
            column.Affinity,
            property.Type == PropertyType.DateTime ? InstantFormats.Find(this, source, column) : InstantFormat.Usual);
    }

    /// <summary>Forgets what is known of the tables if they have changed since.</summary>
    public void Refresh()
    {
        var pragma = Prepare("PRAGMA schema_version");
        pragma.Step();
        var version = pragma.Long(0);
        pragma.Reset();
        if (version != _schemaVersion)
        {
            _schemaVersion = version;
            _sources.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ForgetStatements();
        Database.Dispose();
    }

    // Bytes and order of texts are those of UTF-8 everywhere here.
    private void CheckEncoding()
    {
        using var pragma = Database.Prepare("PRAGMA encoding");
        pragma.Step();
        if (pragma.Text(0) != "UTF-8")
        {
            throw new SystemRefusedException(
                $"{Settings.Database.Name} keeps its texts in {pragma.Text(0)}, and only UTF-8 is read here",
                "Copy it into a new database: sqlite3 OLD .dump, without the line PRAGMA encoding, into sqlite3 NEW.");
        }
    }

    private void ForgetStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
