using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Reads a state for a person: it may be in use by a run meanwhile.</summary>
public sealed class StateReader : IDisposable
{
    private const int Most = 1000;
    private const int MostCandidates = 10;

    private readonly SqliteDatabase _database;

    private StateReader(SqliteDatabase database) => _database = database;

    /// <summary>Opens a state; none where there is no state yet.</summary>
    /// <exception cref="StateFailureException">It cannot be read.</exception>
    public static StateReader? Open(string path)
    {
        try
        {
            return File.Exists(path) ? ReaderOf(SqliteDatabase.Open(path, SqliteAccess.ReadWrite, TimeSpan.FromSeconds(5))) : null;
        }
        catch (SqliteFailureException failure)
        {
            throw StateFailureException.Of(path, failure);
        }
    }

    // A run that was killed while it made the file has left one without tables: there is no state yet.
    private static StateReader? ReaderOf(SqliteDatabase database)
    {
        using var version = database.Prepare("PRAGMA user_version");
        version.Step();
        var isMade = version.Long(0) != 0;
        version.Reset();
        if (isMade)
        {
            return new StateReader(database);
        }

        version.Dispose();
        database.Dispose();
        return null;
    }

    /// <summary>Where the workspace stands.</summary>
    public StateStatus Status() => new(
        LastRun(),
        [.. Rows(
            """
            SELECT name, links - ended, (SELECT count(*) FROM review WHERE review.flow = flow.number), (SELECT count(DISTINCT id) FROM waiting WHERE waiting.flow = flow.number)
            FROM flow ORDER BY name
            """,
            row => new FlowStatus(row.Text(0), row.Long(1), row.Long(2), row.Long(3)))],
        Reviews(),
        [.. Rows(
            $"""
            SELECT f.name, e.name || '/' || m.key, w.reason FROM waiting w JOIN flow f ON f.number = w.flow JOIN mirror m ON m.id = w.id
            JOIN entity e ON e.number = m.entity ORDER BY 1, 2 LIMIT {Most}
            """,
            row => new WaitingStatus(row.Text(0), row.Text(1), row.Text(2)))],
        [.. Rows(
            $"SELECT subject, kind, message, run FROM dead_letter ORDER BY subject, kind LIMIT {Most}",
            row => new DeadLetterStatus(row.Text(0), row.Text(1), row.Text(2), row.Long(3)))],
        Count("SELECT count(*) FROM intent"),
        Count("SELECT count(*) FROM conflict"),
        Count("SELECT count(*) FROM pending"));

    /// <summary>The links of a flow, those that have ended included, in order of the source keys.</summary>
    public IEnumerable<LinkStatus> Links(string flow) => Rows(
        """
        SELECT s.key, t.key, l.evidence, l.detail, l.run, l.state, l.ended FROM link l JOIN flow f ON f.number = l.flow JOIN mirror s ON s.id = l.source
        JOIN mirror t ON t.id = l.target WHERE f.name = ? ORDER BY s.key
        """,
        row => new LinkStatus(row.Text(0), row.Text(1), (EvidenceKind)row.Long(2), row.IsNull(3) ? null : row.Text(3), row.Long(4))
        {
            EndedIn = row.Long(5) == (long)LinkState.Held ? null : row.Long(6),
        },
        flow);

    /// <summary>The applied changes, in the order in which they were made (clause H1).</summary>
    public IEnumerable<JournalEntry> Journal()
    {
        var entities = Rows("SELECT number, name FROM entity", row => (Number: (int)row.Long(0), Name: row.Text(1))).ToDictionary(e => e.Number, e => e.Name);
        var slots = Rows("SELECT entity, slot, path FROM slot", row => (Slot: ((int)row.Long(0), (int)row.Long(1)), Path: row.Text(2))).ToDictionary(s => s.Slot, s => s.Path);
        var flows = Rows("SELECT number, name, file FROM flow", row => (Number: (int)row.Long(0), Name: row.Text(1), File: row.Text(2))).ToDictionary(f => f.Number);
        return Rows(
            "SELECT run, entity, key, kind, changes FROM journal ORDER BY number",
            row =>
            {
                var entity = (int)row.Long(1);
                var name = new RecordName(entities[entity], row.Text(2));
                var kind = (ChangeKind)row.Long(3);
                var changes = JournalCodec.Read(row.Bytes(4), name, number => entities[number]);
                return changes.ConvertAll(change => EntryOf(row.Long(0), name, kind, change, slots[(entity, change.Slot)], flows[change.Flow].Name, flows[change.Flow].File));
            }).SelectMany(entries => entries);
    }

    /// <summary>The recorded conflicts, oldest first (clause R4).</summary>
    public IEnumerable<ConflictStatus> Conflicts() => Rows(
        """
        SELECT run, flow, place, winner, winner_property, winner_value, winner_edit, loser, loser_property, loser_value, loser_edit, decided_by
        FROM conflict ORDER BY number
        """,
        row => new ConflictStatus(
            row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11)));

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    internal static string HolderOf(string path)
    {
        using var reader = Open(path);
        return reader?.LastRun() is { Ended: null } run
            ? $"{run.Holder}, since {run.Started.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC"
            : "a run that is just starting";
    }

    private static JournalEntry EntryOf(long run, RecordName name, ChangeKind kind, PropertyJournal change, string property, string flow, string file) => new(
        run,
        name.ToString(),
        kind,
        property,
        change.Before,
        change.After,
        change.Stamp.Origin.ToString(),
        change.Stamp.Time <= Stamp.LowestTime ? null : new DateTimeOffset(change.Stamp.Time, TimeSpan.Zero),
        flow,
        file,
        change.Line);

    private RunStatus? LastRun() => Rows(
        "SELECT number, started, ended, outcome, holder FROM run ORDER BY number DESC LIMIT 1",
        row => new RunStatus(
            row.Long(0),
            new DateTimeOffset(row.Long(1), TimeSpan.Zero),
            row.IsNull(2) ? null : new DateTimeOffset(row.Long(2), TimeSpan.Zero),
            row.IsNull(3) ? null : row.Text(3),
            row.Text(4))).FirstOrDefault();

    private ImmutableArray<ReviewStatus> Reviews()
    {
        var all = Rows(
            $"""
            SELECT f.name, e.name || '/' || m.key, r.reason, r.flow, r.rule, r.carried, r.side FROM review r JOIN flow f ON f.number = r.flow JOIN mirror m ON m.id = r.id
            JOIN entity e ON e.number = m.entity ORDER BY 1, 2 LIMIT {Most}
            """,
            row => (Flow: row.Text(0), Record: row.Text(1), Reason: row.Text(2), Group: (row.Long(3), row.Long(4), row.Long(5)), Side: row.Long(6)));
        var groups = all.ToLookup(review => review.Group);
        return [.. all.Select(review => new ReviewStatus(
            review.Flow,
            review.Record,
            [.. groups[review.Group].Where(other => other.Side != review.Side).Select(other => other.Record).Take(MostCandidates)],
            review.Reason))];
    }

    private long Count(string sql) => Rows(sql, row => row.Long(0)).Single();

    private List<T> Rows<T>(string sql, Func<Statement, T> read, string? parameter = null)
    {
        using var query = _database.Prepare(sql);
        if (parameter is not null)
        {
            query.Bind(1, parameter);
        }

        var rows = new List<T>();
        while (query.Step())
        {
            rows.Add(read(query));
        }

        return rows;
    }
}
