using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Running;

/// <summary>A system in a run: reached until it fails as a whole, then left alone (clause W4).</summary>
internal sealed class ReachedSystem(
    string name, IConnectedSystem connection, IEnumerable<MappedEntity> entities, TimeProvider clock, RunLedger ledger, IProgress<RunProgress>? progress)
    : IAsyncDisposable
{
    // A system that asks for hardly any time is not asked for ever.
    private const int MostWaitsOfACall = 8;

    private readonly Lock _lock = new();
    private readonly Patience _patience = new();

    /// <summary>The connection.</summary>
    public IConnectedSystem Connection { get; } = SelectingSystem.Over(connection, entities);

    /// <summary>Whether it is left alone for the rest of the run.</summary>
    public bool IsDown { get; private set; }

    /// <summary>
    /// Calls the system: waits where it is busy, and leaves it alone from now on where it stays so, cannot be reached or refuses.
    /// </summary>
    /// <param name="errand">What for.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether the call came through.</returns>
    public async Task<bool> CallAsync(Errand errand, Func<Task> call, CancellationToken cancellationToken)
    {
        for (var waits = 0; !IsDown; waits++)
        {
            try
            {
                CountCalls(errand);
                await call();
                return true;
            }
            catch (SystemBusyException busy) when (waits < MostWaitsOfACall && TryBePatient(busy))
            {
                progress?.Report(new RunProgress(errand.Stage, errand.Subject, 0, $"{busy.Message}: next call in {busy.RetryAfter.TotalSeconds:0} s{Instead(busy)}"));
                await Task.Delay(busy.RetryAfter, clock, cancellationToken);
            }
            catch (SystemFailureException failure) when (failure is not CursorVoidException)
            {
                LeaveAlone(failure);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // Where a connection tells nothing of its calls, what is asked of it counts as one.
    private void CountCalls(Errand errand)
    {
        if (connection is ICountsCalls counting)
        {
            counting.CountCalls(Count);
        }
        else
        {
            Count();
        }

        void Count() => ledger.Count(errand.Flow, report => report with { Calls = report.Calls + 1 });
    }

    private bool TryBePatient(SystemBusyException busy)
    {
        lock (_lock)
        {
            return !IsDown && _patience.TryWait(clock.GetUtcNow(), busy.RetryAfter);
        }
    }

    // Several calls may be under way: what the first of them tells is enough.
    private void LeaveAlone(SystemFailureException failure)
    {
        lock (_lock)
        {
            if (!IsDown)
            {
                IsDown = true;
                ledger.Add(FindingOf(failure));
            }
        }
    }

    private static string Instead(SystemBusyException busy) => busy.InsteadOfWaiting is { } instead ? $", or {instead}" : string.Empty;

    private Finding FindingOf(SystemFailureException failure) => failure switch
    {
        SystemRefusedException refused => new Finding(FindingKind.Refused, name, refused.Message, refused.Cure),
        SystemBusyException busy => new Finding(
            FindingKind.Unavailable,
            name,
            $"it is busy until {clock.GetUtcNow() + busy.RetryAfter:yyyy-MM-dd HH:mm:ss} UTC: {busy.Message}",
            $"Run again after that time{Instead(busy)}. The other systems went on; what concerns this one waits for the next run."),
        _ => new Finding(FindingKind.Unavailable, name, failure.Message, "The other systems went on; what concerns this one waits for the next run."),
    };
}
