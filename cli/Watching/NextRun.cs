using System.Threading.Channels;

namespace SesamTalk.Cli.Watching;

/// <summary>
/// Says when the next run of a watch begins: when the interval has passed, or soon after somebody hints that there is something to read.
/// </summary>
/// <param name="clock">The time.</param>
internal sealed class NextRun(TimeProvider clock)
{
    // What is edited together is told one by one, and one run reads it all.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes a hint, at any time and from any thread; one during a run is for the next.</summary>
    public void Hint() => _hints.Writer.TryWrite(true);

    /// <summary>Waits for it.</summary>
    /// <param name="interval">The longest wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hint = _hints.Reader.WaitToReadAsync(over.Token).AsTask();
        if (await Task.WhenAny(hint, Task.Delay(interval, clock, over.Token)) == hint)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(Gathering, clock, cancellationToken);
        }

        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        _hints.Reader.TryRead(out _);
    }
}
