using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>
/// What goes wrong in a system, on request. Each fault stays as long as it says; those that say nothing stay until
/// <see cref="Clear"/>.
/// </summary>
public sealed class MemoryFaults
{
    private readonly Lock _gate = new();
    private readonly List<(Predicate<Proposal> Where, string Message)> _rejections = [];
    private readonly List<Predicate<Proposal>> _batchPoisons = [];
    private readonly Queue<Func<SystemFailureException>> _nextCalls = new();
    private readonly Queue<LostAnswer> _lostAnswers = new();
    private readonly Queue<TimeSpan> _halfDone = new();
    private readonly List<(CallKind Kind, Action Act)> _interferences = [];
    private Func<SystemFailureException>? _always;
    private int? _batchesToRead;

    /// <summary>Records like this are rejected.</summary>
    public void Reject(Predicate<Proposal> where, string message) => Locked(() => _rejections.Add((where, message)));

    /// <summary>A batch of several records fails as a whole if a record like this is in it; alone it passes.</summary>
    public void FailBatchesWith(Predicate<Proposal> where) => Locked(() => _batchPoisons.Add(where));

    /// <summary>The next calls, so many, are told to come again later.</summary>
    public void BusyFor(int calls, TimeSpan retryAfter) => Locked(() =>
    {
        for (var i = 0; i < calls; i++)
            _nextCalls.Enqueue(() => new SystemBusyException("429: too many requests", retryAfter));
    });

    /// <summary>Of the next write, only the first change of each record has its effect; then the call is told to come again later.</summary>
    public void BusyWithinWrite(TimeSpan retryAfter) => Locked(() => _halfDone.Enqueue(retryAfter));

    /// <summary>No call gets through.</summary>
    public void Unavailable(string message = "connection refused") => Always(() => new SystemUnavailableException(message));

    /// <summary>Every call is refused.</summary>
    public void Refuse(string message, string cure) => Always(() => new SystemRefusedException(message, cure));

    /// <summary>The answer to the next write is lost.</summary>
    public void LoseAnswer(LostAnswer when) => Locked(() => _lostAnswers.Enqueue(when));

    /// <summary>Somebody does something just before the next call of that kind has its effect; once for each time it is asked for.</summary>
    public void BeforeNext(CallKind kind, Action act) => Locked(() => _interferences.Add((kind, act)));

    /// <summary>Reads break off after so many batches.</summary>
    public void BreakReadsAfter(int batches) => Locked(() => _batchesToRead = batches);

    /// <summary>Nothing goes wrong any longer.</summary>
    public void Clear() => Locked(() =>
    {
        _rejections.Clear();
        _batchPoisons.Clear();
        _nextCalls.Clear();
        _lostAnswers.Clear();
        _halfDone.Clear();
        _interferences.Clear();
        _always = null;
        _batchesToRead = null;
    });

    internal void OnCall() => Locked(() =>
    {
        if (_nextCalls.TryDequeue(out var next))
            throw next();
        if (_always is not null)
            throw _always();
    });

    internal void OnBatchRead(int batchesBefore) => Locked(() =>
    {
        if (batchesBefore >= _batchesToRead)
            throw new SystemUnavailableException("the connection broke off while reading");
    });

    // Outside the lock: the act may well use the system itself.
    internal void Interfere(CallKind kind)
    {
        Action? act = null;
        Locked(() =>
        {
            var place = _interferences.FindIndex(i => i.Kind == kind);
            if (place < 0)
                return;
            act = _interferences[place].Act;
            _interferences.RemoveAt(place);
        });
        act?.Invoke();
    }

    internal void CheckBatch(IReadOnlyList<Proposal> batch) => Locked(() =>
    {
        if (batch.Count > 1 && batch.Any(proposal => _batchPoisons.Exists(where => where(proposal))))
            throw new BatchFailedException("400: the batch holds a record that cannot be processed");
    });

    internal string? Rejection(Proposal proposal)
    {
        lock (_gate)
            return _rejections.Find(rejection => rejection.Where(proposal)).Message;
    }

    internal LostAnswer? NextLostAnswer()
    {
        lock (_gate)
            return _lostAnswers.TryDequeue(out var when) ? when : null;
    }

    internal TimeSpan? NextBusyWithin()
    {
        lock (_gate)
            return _halfDone.TryDequeue(out var retryAfter) ? retryAfter : null;
    }

    private void Always(Func<SystemFailureException> failure) => Locked(() => _always = failure);

    private void Locked(Action act)
    {
        lock (_gate)
            act();
    }
}
