namespace SesamTalk.Engine.Running;

/// <summary>
/// How long a run waits for one system that is busy: some minutes in all. A quota of a minute is waited for; one of a day is not, because
/// whoever runs flows wants to know of it rather than to watch for hours.
/// </summary>
internal sealed class Patience
{
    // A system that gives a new token only every ten minutes is waited for once.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    private DateTimeOffset _until;
    private TimeSpan _waited;

    /// <summary>Whether to wait. Waits at the same time count once.</summary>
    /// <param name="now">When the wait begins.</param>
    /// <param name="time">How long it is.</param>
    public bool TryWait(DateTimeOffset now, TimeSpan time)
    {
        var begin = _until > now ? _until : now;
        var more = now + time > begin ? now + time - begin : TimeSpan.Zero;
        if (_waited + more > Most)
        {
            return false;
        }

        (_until, _waited) = (begin + more, _waited + more);
        return true;
    }
}
