using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Running;

/// <summary>A system in a run: reached until it fails as a whole, then left alone (clause W4).</summary>
internal sealed class ReachedSystem(SystemConfiguration configuration, IConnectedSystem connection, TimeProvider clock, Action<Finding> report) : IAsyncDisposable
{
    private const int MostWaits = 8;

    /// <summary>Its name.</summary>
    public string Name => configuration.Name;

    /// <summary>The connection.</summary>
    public IConnectedSystem Connection => connection;

    /// <summary>Whether it is left alone for the rest of the run.</summary>
    public bool IsDown { get; private set; }

    /// <summary>How many calls were made.</summary>
    public long Calls { get; private set; }

    /// <summary>
    /// Calls the system: waits where it is busy, and leaves it alone from now on where it cannot be reached or refuses.
    /// </summary>
    /// <returns>Whether the call came through.</returns>
    public async Task<bool> CallAsync(Func<Task> call, Action<string?> waiting, CancellationToken cancellationToken)
    {
        for (var waits = 0; !IsDown; waits++)
        {
            try
            {
                Calls++;
                await call();
                return true;
            }
            catch (SystemBusyException busy) when (waits < MostWaits)
            {
                waiting($"{busy.Message}: next call in {busy.RetryAfter.TotalSeconds:0} s");
                await Task.Delay(busy.RetryAfter, clock, cancellationToken);
                waiting(null);
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
        report(failure is SystemRefusedException refused
            ? new Finding(FindingKind.Refused, Name, refused.Message, refused.Cure)
            : new Finding(FindingKind.Unavailable, Name, failure.Message, "The other systems went on; what concerns this one waits for the next run."));
    }
}
