namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Lets so many calls through in any second.</summary>
/// <param name="calls">How many.</param>
/// <param name="clock">The clock.</param>
internal sealed class GoRateLimit(int calls, TimeProvider clock)
{
    private readonly Queue<DateTimeOffset> _recent = [];

    /// <summary>Whether one more call may pass.</summary>
    public bool Take()
    {
        var now = clock.GetUtcNow();
        while (_recent.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
        {
            _recent.Dequeue();
        }

        if (_recent.Count >= calls)
        {
            return false;
        }

        _recent.Enqueue(now);
        return true;
    }
}
