namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>Counts calls against a number in a time. Used under the lock of its <see cref="Limiter"/>.</summary>
internal abstract class Meter
{
    /// <summary>When a call may be made, as far as is known: a time that has passed where it may be made now.</summary>
    public abstract DateTimeOffset FreeAt(DateTimeOffset now, int permits);

    /// <summary>Counts a call that is about to be sent, or an answer that counts.</summary>
    /// <returns>What <see cref="Settle"/> knows it by.</returns>
    public abstract long Take(DateTimeOffset now);

    /// <summary>The answer to a call is there, so the system has counted it by now; or it is known that none comes.</summary>
    public abstract void Settle(long taken, DateTimeOffset now, bool isAnswered);

    /// <summary>What is kept of it across runs.</summary>
    public abstract LimitRecord Keep();

    /// <summary>Goes on from what was kept.</summary>
    public abstract void Restore(LimitRecord kept);
}
