using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Running;

/// <summary>A system in a run: reached until it fails as a whole, then left alone (clause W4).</summary>
internal sealed class ReachedSystem(
    SystemConfiguration configuration, IConnectedSystem connection, TimeProvider clock, RunLedger ledger, IProgress<RunProgress>? progress) : IAsyncDisposable
{
    private const int MostWaits = 8;

    /// <summary>Its name.</summary>
    public string Name => configuration.Name;

    /// <summary>The connection.</summary>
    public IConnectedSystem Connection => connection;

    /// <summary>Whether it is left alone for the rest of the run.</summary>
    public bool IsDown { get; private set; }

    /// <summary>
    /// Calls the system: waits where it is busy, and leaves it alone from now on where it cannot be reached or refuses.
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
                ledger.Count(errand.Flow, report => report with { Calls = report.Calls + 1 });
                await call();
                return true;
            }
            catch (SystemBusyException busy) when (waits < MostWaits)
            {
                progress?.Report(new RunProgress(errand.Stage, errand.Subject, 0, $"{busy.Message}: next call in {busy.RetryAfter.TotalSeconds:0} s"));
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

    private void LeaveAlone(SystemFailureException failure)
    {
        IsDown = true;
        ledger.Add(failure is SystemRefusedException refused
            ? new Finding(FindingKind.Refused, Name, refused.Message, refused.Cure)
            : new Finding(FindingKind.Unavailable, Name, failure.Message, "The other systems went on; what concerns this one waits for the next run."));
    }
}
