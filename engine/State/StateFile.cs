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
        Mirror = Kept(new MirrorTable(database, Numbers));
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
            var database = SqliteDatabase.Open(path, SqliteAccess.Create, BusyTimeout);
            Prepare(database, path);
            return new StateFile(database, set, watch);
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
            Numbers.SaveCounts();
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

        Numbers.Dispose();
        _database.Dispose();
    }

    private static void Prepare(SqliteDatabase database, string path)
    {
        // FULL: an intent is on disk before its create is sent, a power failure included (C2).
        database.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = FILE; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000;");
        using (var version = database.Prepare("PRAGMA user_version"))
        {
            version.Step();
            var found = version.Long(0);
            version.Reset();
            if (found == 0)
            {
                database.Execute($"BEGIN IMMEDIATE; {StateSchema.Tables} PRAGMA user_version = {StateSchema.Version}; COMMIT;");
            }
            else if (found != StateSchema.Version)
            {
                throw new StateFailureException($"The state {path} is of version {found}; this program knows version {StateSchema.Version}.");
            }
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
