namespace SesamTalk.Sandbox.ExactOnline.Limits;

/// <summary>Closes an endpoint of a division for an hour, once it was asked wrongly too often within an hour.</summary>
/// <param name="limit">How many refusals are let pass.</param>
/// <param name="clock">The clock.</param>
internal sealed class ErrorQuota(int limit, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<(int, string), List<DateTimeOffset>> _errors = [];
    private readonly Dictionary<(int, string), DateTimeOffset> _closed = [];

    /// <summary>Whether an endpoint is closed.</summary>
    public bool IsClosed(int division, string resource) =>
        _closed.TryGetValue((division, resource), out var until) && clock.GetUtcNow() < until;

    /// <summary>Notes what was answered.</summary>
    public void Note(int division, string resource, int status)
    {
        if (status is not (400 or 401 or 403 or 404))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (!_errors.TryGetValue((division, resource), out var errors))
        {
            _errors[(division, resource)] = errors = [];
        }

        errors.RemoveAll(error => now - error >= Window);
        errors.Add(now);
        if (errors.Count > limit)
        {
            _closed[(division, resource)] = now + Window;
        }
    }
}
