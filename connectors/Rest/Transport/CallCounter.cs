namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Counts the requests that are sent: all of them, and each for whoever caused it.</summary>
internal sealed class CallCounter
{
    // What is begun on somebody's behalf, such as the fetching of a next page, carries this along.
    private readonly AsyncLocal<Action?> _cause = new();
    private long _all;

    /// <summary>How many requests were sent.</summary>
    public long All => Interlocked.Read(ref _all);

    /// <summary>Tells of the requests that the caller causes from here on.</summary>
    public void Attribute(Action count) => _cause.Value = count;

    /// <summary>A request is sent.</summary>
    public void Count()
    {
        Interlocked.Increment(ref _all);
        _cause.Value?.Invoke();
    }
}
