using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.Http;

/// <summary>A system that is not the vendor's, on this machine: it answers as the vendor's does, from a SQLite file that a person can edit.</summary>
public abstract class StandIn : IAsyncDisposable
{
    private readonly Lock _turn = new();
    private readonly StandInSettings _settings;
    private LoopbackServer? _server;
    private int _calls;
    private bool _isClosed;

    private protected StandIn(string system, StandInSettings settings, ImmutableArray<EntityTable> tables, int digits)
    {
        System = system;
        _settings = settings;
        Path = settings.Database ?? global::System.IO.Path.Combine(settings.Folder, system + ".db");
        TablePreparation.MakeMissing(system, Path, tables);
        Database = new StandInDatabase(Path, settings.Clock, digits);
        TablePreparation.Complete(Database, tables);
    }

    /// <summary>The name of the system, for example <c>exact-online</c>.</summary>
    public string System { get; }

    /// <summary>The SQLite file.</summary>
    public string Path { get; }

    /// <summary>Where it listens, once started.</summary>
    /// <exception cref="InvalidOperationException">It is not started.</exception>
    public Uri Address => _server?.Address ?? throw new InvalidOperationException($"the stand-in of {System} is not started");

    /// <summary>What a caller needs to be let in, by the vendor's names for it.</summary>
    public abstract ImmutableDictionary<string, string> Keys { get; }

    /// <summary>Whether a person has consented to calls, where the vendor asks for that, and has not taken it back.</summary>
    public virtual bool HasConsent => true;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>How many calls came in, whatever became of them.</summary>
    public int Calls => Volatile.Read(ref _calls);

    private protected TimeProvider Clock => _settings.Clock;

    private protected bool LimitsCalls => _settings.LimitsCalls;

    private protected StandInDatabase Database { get; }

    /// <summary>Edits the data as a person would with <c>sqlite3</c>, but by the stand-in's clock.</summary>
    /// <exception cref="Sqlite.SqliteFailureException">The statement failed.</exception>
    public void Edit(string sql) => InTurn(() => Database.Write(() =>
    {
        Database.Execute(sql);
        return true;
    }));

    /// <summary>What a query gives, as text; <see langword="null"/> for NULL.</summary>
    /// <exception cref="Sqlite.SqliteFailureException">The query failed.</exception>
    public ImmutableArray<ImmutableArray<string?>> Look(string sql) => InTurn(() =>
        Database.Query(sql).Select(row => row.Select(cell => cell is null ? null : Convert.ToString(cell, global::System.Globalization.CultureInfo.InvariantCulture)).ToImmutableArray()).ToImmutableArray());

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        // The server gives up waiting for a call that takes long, and that one goes on.
        lock (_turn)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                Database.Dispose();
            }
        }
    }

    internal async Task StartAsync(CancellationToken cancellationToken) => _server = _settings is { KeepsPort: true, Port: 0 }
        ? await StartAtKeptPortAsync(cancellationToken)
        : await LoopbackServer.StartAsync(_settings.Port, AnswerAsync, cancellationToken);

    private protected abstract Reply Answer(Request request);

    /// <summary>What the vendor sends with a status that a fault asks for.</summary>
    private protected abstract Reply Failure(int status, string text);

    /// <summary>What can be asked of the stand-in itself, beside faults; no answer where it is not known.</summary>
    private protected virtual Reply? Administer(Request request) => null;

    private protected T InTurn<T>(Func<T> act)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return act();
        }
    }

    private async Task<LoopbackServer> StartAtKeptPortAsync(CancellationToken cancellationToken)
    {
        var kept = new KeptPort(Database);
        try
        {
            var server = await LoopbackServer.StartAsync(kept.Number, AnswerAsync, cancellationToken);
            kept.Keep(server.Address.Port);
            return server;
        }
        catch (IOException) when (kept.Number > 0)
        {
            return await LoopbackServer.StartAsync(0, AnswerAsync, cancellationToken);
        }
    }

    private async Task<Reply?> AnswerAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Path.StartsWith(FaultDesk.Root, StringComparison.Ordinal))
        {
            return InTurn(() => FaultDesk.Answer(request, Faults) ?? Administer(request) ?? Reply.Nothing(404));
        }

        Interlocked.Increment(ref _calls);
        var reply = await AnswerOrFailAsync(request, cancellationToken);
        var now = Clock.GetUtcNow();
        _settings.Answered?.Invoke(new AnsweredCall(request.Method, request.Path, reply?.Status ?? 0, now));

        // Callers hold the times of an answer against it.
        return reply?.With("Date", now.ToString("R", global::System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<Reply?> AnswerOrFailAsync(Request request, CancellationToken cancellationToken)
    {
        var fault = Faults.Next(request.Method, request.Path);
        if (fault?.Kind == FaultKind.Slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), Clock, cancellationToken);
        }

        return fault?.Kind switch
        {
            FaultKind.CutBefore => null,
            FaultKind.Status => Failure(fault.Status, fault.Text),
            FaultKind.CutAfter => Forgotten(InTurn(() => Answer(request))),
            FaultKind.Truncated => Half(InTurn(() => Answer(request))),
            _ => InTurn(() => Answer(request)),
        };
    }

    private static Reply? Forgotten(Reply _) => null;

    private static Reply Half(Reply whole) => whole with { Body = whole.Body[..(whole.Body.Length / 2)] };
}
