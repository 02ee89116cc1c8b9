using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Children;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Sql.Settings;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>
/// Reads what a statement gives, batch by batch. One statement is one read transaction, so all batches show one state of the
/// database; its lock is let go before the last batch is handed out.
/// </summary>
internal sealed class Scan : IDisposable
{
    private const int MostReserved = 1000;

    private readonly SessionPool _pool;
    private readonly ScanPlan _plan;
    private readonly int _batchSize;
    private Session? _session;
    private Statement? _rows;
    private ChildReader? _children;
    private bool _hasRow;
    private string? _lastKey;

    private Scan(SessionPool pool, Session session, ScanPlan plan, int batchSize)
    {
        _pool = pool;
        _session = session;
        _plan = plan;
        _batchSize = Math.Max(1, batchSize);
    }

    /// <summary>Begins a scan.</summary>
    /// <param name="pool">Where the connection comes from.</param>
    /// <param name="batchSize">How many rows make a batch.</param>
    /// <param name="plan">What is read.</param>
    /// <exception cref="Systems.SystemFailureException">The database cannot be read.</exception>
    public static Scan Start(SessionPool pool, int batchSize, Func<Session, ScanPlan> plan) => Guard(pool.Settings, () =>
    {
        var session = pool.Take();
        try
        {
            session.Refresh();
            var scan = new Scan(pool, session, plan(session), batchSize);
            scan.Begin();
            return scan;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    });

    /// <summary>The next batch, or <see langword="null"/> after the last.</summary>
    /// <exception cref="Systems.SystemFailureException">The database cannot be read any further.</exception>
    public RecordBatch? Next(CancellationToken cancellationToken) =>
        _session is null ? null : Guard(_pool.Settings, () => Fill(_rows!, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Not read to its end: whatever the reason, this connection is not used again.
        _session?.Dispose();
        _session = null;
    }

    private void Begin()
    {
        _children = new ChildReader(_session!, _plan.Selection.Entity, _plan.Selection.Shape);
        if (_children.HasAny)
        {
            // Records and elements of one moment.
            _session!.Database.Execute("BEGIN");
        }

        _rows = _session!.Prepare(_plan.Sql);
        _plan.Bind(_rows);
        _hasRow = _rows.Step();
    }

    private RecordBatch Fill(Statement rows, CancellationToken cancellationToken)
    {
        var records = new List<Record>(Math.Min(_batchSize, MostReserved));
        var faults = new List<RecordFault>();
        while (_hasRow && records.Count + faults.Count < _batchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(rows, records, faults);
            _hasRow = rows.Step();
        }

        _children!.Fill(records, faults);
        if (!_hasRow)
        {
            End();
        }

        return new RecordBatch(records) { Faults = faults, Cursor = _hasRow ? null : _plan.Tracker?.Next().ToString() };
    }

    private void Take(Statement rows, List<Record> records, List<RecordFault> faults)
    {
        if (_plan.Reader.Read(rows, out var fault) is not { } record)
        {
            faults.Add(fault!);
        }
        else if (_plan.InKeyOrder && record.Key == _lastKey)
        {
            faults.Add(RowFaults.OfSecond(record.Key, _plan.Selection));
        }
        else if (_plan.IsWanted(record))
        {
            records.Add(record);
            _lastKey = record.Key;
        }
    }

    private void End()
    {
        if (_children!.HasAny)
        {
            _session!.Database.Execute("COMMIT");
        }

        _pool.Return(_session!);
        _session = null;
    }

    private static T Guard<T>(SqlSettings settings, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteFailureException failure)
        {
            throw Failures.OfRead(failure, settings.Database);
        }
    }
}
