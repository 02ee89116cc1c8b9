using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>A number of calls that is permitted in a time.</summary>
/// <param name="Name">Its name, for example <c>minute</c>: what messages say.</param>
/// <param name="Permits">How many calls; where an answer says another number, that holds.</param>
/// <param name="Window">In what time.</param>
internal sealed record RateLimit(string Name, int Permits, TimeSpan Window)
{
    /// <summary>
    /// Who shares it: all systems of the process whose limit has this scope and name, for example the application and the division, or
    /// a subscription key. Empty for the system alone. It is kept only as a hash, so a key may stand in it.
    /// </summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>The group of calls that it concerns; empty for all but calls for tokens, whose group is <c>token</c>.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>Whether each group of calls has this number of its own.</summary>
    public bool EachGroup { get; init; }

    /// <summary>Whether calls for tokens count too.</summary>
    public bool CountsTokenCalls { get; init; }

    /// <summary>The statuses of the answers that count, for a quota of errors; empty where every call counts.</summary>
    public ImmutableArray<int> CountedStatuses { get; init; } = [];

    /// <summary>How the time runs.</summary>
    public WindowForm Form { get; init; }

    /// <summary>The headers of answers that tell how things stand; <see langword="null"/> where there are none.</summary>
    public LimitHeaders? Headers { get; init; }

    /// <summary>The name alone: the scope may be a key.</summary>
    public override string ToString() => Name;
}
