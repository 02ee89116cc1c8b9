using SesamTalk.Connectors.Rest.Keeping;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>The limits of a process. Systems whose limits have the same scope and name share them, whatever flow calls.</summary>
internal sealed class RateLimits
{
    // A shorter time has passed before the next run begins.
    private static readonly TimeSpan ShortestKept = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Scope, string Name, string Group), Limiter> _limiters = [];

    /// <summary>Guards all limiters: what they do takes no time, and a call concerns several of them at once.</summary>
    public Lock Lock { get; } = new();

    /// <summary>The limiters that concern calls of a group. Called under <see cref="Lock"/>.</summary>
    /// <param name="system">The system's name: the scope of limits that have none.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="group">The group of calls.</param>
    /// <param name="folder">Where they are kept.</param>
    public Limiter[] Of(string system, LimitOptions options, string group, KeptFolder folder) =>
        [.. options.Limits.Where(limit => Concerns(limit, group)).Select(limit => Find(system, limit, limit.EachGroup ? group : string.Empty, folder))];

    /// <summary>Keeps how all of them stand. Called under <see cref="Lock"/>.</summary>
    public void Close()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Close();
    }

    private static bool Concerns(RateLimit limit, string group) => group == RateGate.TokenGroup
        ? limit.CountsTokenCalls || limit.Group == group
        : limit.Group.Length == 0 || limit.Group == group;

    private Limiter Find(string system, RateLimit limit, string group, KeptFolder folder)
    {
        var key = (limit.Scope.Length > 0 ? limit.Scope : $"system {system}", limit.Name, $"{limit.Group} {group}");
        if (!_limiters.TryGetValue(key, out var limiter))
        {
            var file = limit.Window >= ShortestKept ? new LimitFile(folder.File("limit", key.Item1, key.Name, key.Item3)) : null;
            _limiters.Add(key, limiter = new Limiter(limit, file));
        }

        return limiter;
    }
}
