using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>
/// The state of a workspace in a SQLite file: one connection, used by the stages of one run. What a stage wants of it is a table
/// object; nobody else knows SQL.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    private readonly SqliteDatabase _database;
    private readonly List<IDisposable> _tables = [];
    private readonly Action<DurableStep>? _watch;
    private bool _inTransaction;

    private StateFile(SqliteDatabase database, MappedSet set, Action<DurableStep>? watch)
    {
        _database = database;
        _watch = watch;
        Set = set;
        Numbers = new NumberTable(database, set);
        Counts = Kept(new CountTable(database));
        Mirror = Kept(new MirrorTable(database, Numbers, Counts));
        Links = Kept(new LinkTable(database));
        Candidates = Kept(new CandidateTable(database));
        Apart = Kept(new ApartTable(database));
        Reviews = Kept(new ReviewTable(database));
        Pending = Kept(new PendingTable(database));
        Fates = Kept(new FateTable(database));
        Waiting = Kept(new WaitingTable(database));
        Intents = Kept(new IntentTable(database, Numbers));
        DeadLetters = Kept(new DeadLetterTable(database));
        Conflicts = Kept(new ConflictTable(database));
        Cursors = Kept(new CursorTable(database));
        Runs = Kept(new RunTable(database));
        Journal = Kept(new JournalTable(database));
        Sent = Kept(new SentTable(database));
        Wishes = Kept(new WishTable(database));
    }

    public MappedSet Set { get; }

    public NumberTable Numbers { get; }

    public CountTable Counts { get; }

    public MirrorTable Mirror { get; }

    public LinkTable Links { get; }

    public CandidateTable Candidates { get; }

    public ApartTable Apart { get; }

    public ReviewTable Reviews { get; }

    public PendingTable Pending { get; }

    public FateTable Fates { get; }

    public WaitingTable Waiting { get; }

    public IntentTable Intents { get; }

    public DeadLetterTable DeadLetters { get; }

    public ConflictTable Conflicts { get; }

    public CursorTable Cursors { get; }

    public RunTable Runs { get; }

    public JournalTable Journal { get; }

    public SentTable Sent { get; }

    public WishTable Wishes { get; }

    /// <summary>Opens the state for a run over a compiled set, and makes it if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="set">The set.</param>
    /// <param name="watch">Is told of each durable step.</param>
    /// <exception cref="StateFailureException">It cannot be opened or is not a state that this version knows.</exception>
    public static StateFile Open(string path, MappedSet set, Action<DurableStep>? watch = null)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return Directory.Exists(path) ? throw StateFailureException.OfFolder(path) : StateOn(SqliteDatabase.Open(path, SqliteAccess.Create, BusyTimeout), set, watch);
        }
        catch (SqliteFailureException failure)
        {
            throw StateFailureException.Of(path, failure);
        }
    }

    /// <summary>Begins a transaction, unless one is open.</summary>
    public void Begin()
    {
        if (!_inTransaction)
        {
            _database.Execute("BEGIN IMMEDIATE");
            _inTransaction = true;
        }
    }

    /// <summary>Puts all that was done since <see cref="Begin"/> on disk: this is a durable step.</summary>
    public void Commit()
    {
        if (_inTransaction)
        {
            Counts.Save();
            _watch?.Invoke(DurableStep.Begins);
            _database.Execute("COMMIT");
            _inTransaction = false;
            _watch?.Invoke(DurableStep.IsDone);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in _tables)
        {
            table.Dispose();
        }

        _database.Dispose();
    }

    // What is new gets its numbers in one transaction: each of its own would wait for the disk.
    private static StateFile StateOn(SqliteDatabase database, MappedSet set, Action<DurableStep>? watch)
    {
        try
        {
            Prepare(database);
            database.Execute("BEGIN IMMEDIATE");
            var state = new StateFile(database, set, watch);
            database.Execute("COMMIT");
            return state;
        }
        catch
        {
            // Statements that are still prepared keep a connection, and so its transaction, alive.
            database.Execute(database.IsInTransaction ? "ROLLBACK" : string.Empty);
            database.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteDatabase database)
    {
        var isMade = StateMark.IsOn(database);

        // FULL: an intent is on disk before its create is sent, a power failure included (C2).
        database.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = FILE; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000;");
        if (!isMade)
        {
            database.Execute($"BEGIN IMMEDIATE; {StateSchema.Tables} {StateMark.Statements} COMMIT;");
        }

        database.Execute(StateSchema.TemporaryTables);
    }

    private T Kept<T>(T table)
        where T : IDisposable
    {
        _tables.Add(table);
        return table;
    }
}
