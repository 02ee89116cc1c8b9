using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.State.Reading;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Reads a state for a person: it may be in use by a run meanwhile.</summary>
public sealed class StateReader : IDisposable
{
    private const int Most = 1000;
    private const string LettersOf = "SELECT d.subject, d.kind, d.message, d.run, d.flow, d.dropped, r.started FROM dead_letter d LEFT JOIN run r ON r.number = d.run";

    private readonly SqliteDatabase _database;
    private readonly StateQuery _query;
    private readonly MirrorReader _mirror;
    private readonly ReviewReader _reviews;
    private readonly LinkReader _links;
    private readonly ConflictReader _conflicts;
    private readonly JournalReader _journal;
    private readonly ExplanationReader _explanations;

    private StateReader(SqliteDatabase database, FlowSet? set)
    {
        _database = database;
        _query = new StateQuery(database);
        var names = new StateNames(_query, set);
        _mirror = new MirrorReader(_query, names);
        _reviews = new ReviewReader(_query, names, _mirror);
        _links = new LinkReader(_query, names, _reviews);
        _conflicts = new ConflictReader(_query, names, _mirror);
        _journal = new JournalReader(_query, names);
        _explanations = new ExplanationReader(names, _journal, _conflicts, _links, set);
    }

    /// <summary>Opens a state; none where there is no state yet.</summary>
    /// <param name="path">The file of the state.</param>
    /// <param name="set">The flows as they are now, where they can be read: they tell conversions, and what may not be shown.</param>
    /// <exception cref="StateFailureException">It cannot be read.</exception>
    public static StateReader? Open(string path, FlowSet? set = null)
    {
        try
        {
            return Directory.Exists(path) ? throw StateFailureException.OfFolder(path)
                : File.Exists(path) ? ReaderOf(SqliteDatabase.Open(path, SqliteAccess.ReadWrite, TimeSpan.FromSeconds(5)), set)
                : null;
        }
        catch (SqliteFailureException failure)
        {
            throw StateFailureException.Of(path, failure);
        }
    }

    internal static bool IsThere(string path)
    {
        using var reader = Open(path);
        return reader is not null;
    }

    // A run that was killed while it made the file has left one without tables: there is no state yet.
    private static StateReader? ReaderOf(SqliteDatabase database, FlowSet? set)
    {
        StateReader? reader = null;
        try
        {
            return reader = StateMark.IsOn(database) ? new StateReader(database, set) : null;
        }
        finally
        {
            if (reader is null)
            {
                database.Dispose();
            }
        }
    }

    /// <summary>The entities of which a run has seen something, as <c>system/entity</c>.</summary>
    public ImmutableArray<string> Entities() => [.. _query.Rows("SELECT name FROM entity ORDER BY name", row => row.Text(0))];

    /// <summary>Where the workspace stands.</summary>
    public StateStatus Status() => new(
        LastRun("kind IN ('run', 'undo')"),
        [.. _query.Rows(
            """
            SELECT name, links - ended, (SELECT count(*) FROM review WHERE review.flow = flow.number), (SELECT count(DISTINCT id) FROM waiting WHERE waiting.flow = flow.number)
            FROM flow ORDER BY name
            """,
            row => new FlowStatus(row.Text(0), row.Long(1), row.Long(2), row.Long(3)))],
        _reviews.Read(Most),
        [.. _query.Rows(
            $"""
            SELECT f.name, e.name || '/' || m.key, w.reason FROM waiting w JOIN flow f ON f.number = w.flow JOIN mirror m ON m.id = w.id
            JOIN entity e ON e.number = m.entity WHERE w.reason <> '' ORDER BY 1, 2 LIMIT {Most}
            """,
            row => new WaitingStatus(row.Text(0), row.Text(1), row.Text(2)))],
        [.. _query.Rows(
            $"{LettersOf} WHERE d.dropped = 0 ORDER BY d.subject, d.kind LIMIT {Most}",
            LetterOf)],
        _query.Count("SELECT count(*) FROM intent"),
        _query.Count("SELECT count(*) FROM conflict"),
        _query.Count("SELECT count(*) FROM pending"))
    {
        WaitingConflicts = [.. _conflicts.Waiting().Take(Most)],
    };

    /// <summary>The links of a flow, those that have ended included, in order of the source keys.</summary>
    public IEnumerable<LinkStatus> Links(string flow) => _query.Rows(
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
    public IEnumerable<JournalEntry> Journal() => _journal.Read().Select(_journal.Shown);

    /// <summary>The recorded conflicts, oldest first (clause R4).</summary>
    public IEnumerable<ConflictStatus> Conflicts() => _conflicts.Read();

    /// <summary>The conflicts that wait for a person, oldest first (clauses R4, R5).</summary>
    public IEnumerable<ConflictStatus> WaitingConflicts() => _conflicts.Waiting();

    /// <summary>The conflict of that number, if there is one.</summary>
    public ConflictStatus? Conflict(long number) => _conflicts.Find(number);

    /// <summary>What systems did not accept or show of a record (clause W4), what a person dropped included.</summary>
    public ImmutableArray<DeadLetterStatus> DeadLetters(string record) =>
        [.. _query.Rows($"{LettersOf} WHERE d.subject = ? ORDER BY d.kind", LetterOf, record)];

    /// <summary>What a record is linked with, and why; none where no run has seen it.</summary>
    public RecordLinks? LinksOf(string record) => _mirror.Find(record) is { } found ? _links.Of(found) : null;

    /// <summary>The latest changes of a record; none where no run has seen it.</summary>
    /// <param name="record">The record, as <c>system/entity/key</c>.</param>
    /// <param name="most">How many.</param>
    public RecordHistory? History(string record, int most)
    {
        if (_mirror.Find(record) is not { } found)
        {
            return null;
        }

        var changes = _journal.Of(found.Record.Name).ToList();
        var earlier = Math.Max(0, changes.Count - most);
        return new RecordHistory(record, [.. changes.Skip(earlier).Select(_journal.Shown)], earlier);
    }

    /// <summary>Why a record is what it is (clause H2); none where no run has seen it.</summary>
    /// <param name="record">The record, as <c>system/entity/key</c>.</param>
    /// <param name="property">One of its properties; none for all.</param>
    public RecordExplanation? Explain(string record, string? property) => _mirror.Find(record) is { } found ? _explanations.Of(found, property) : null;

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    // What a person decided between runs is in the list of runs as well.
    private RunStatus? LastRun(string which) => _query.Rows(
        $"SELECT number, started, ended, outcome, holder, kind FROM run WHERE {which} ORDER BY number DESC LIMIT 1",
        row => new RunStatus(
            row.Long(0),
            new DateTimeOffset(row.Long(1), TimeSpan.Zero),
            row.IsNull(2) ? null : new DateTimeOffset(row.Long(2), TimeSpan.Zero),
            row.IsNull(3) ? null : row.Text(3),
            row.Text(4))
        {
            IsUndo = row.Text(5) == RunKinds.Undo,
        }).FirstOrDefault();

    private static DeadLetterStatus LetterOf(Statement row) => new(row.Text(0), row.Text(1), row.Text(2), row.Long(3))
    {
        Flow = row.Text(4),
        IsDropped = row.Long(5) != 0,
        RunStarted = new DateTimeOffset(row.Long(6), TimeSpan.Zero),
    };
}
