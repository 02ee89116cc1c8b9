namespace SesamTalk.Cli.Tests.Testing;

/// <summary>A clock that stands, and counts how often it is asked how much time has gone by.</summary>
internal sealed class CountingClock : TimeProvider
{
    private int _count;

    public int Count => _count;

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        Interlocked.Increment(ref _count);
        return 0;
    }
}
