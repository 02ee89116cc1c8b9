namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>The headers of answers that tell how a limit stands.</summary>
internal sealed record LimitHeaders
{
    /// <summary>The header with the number of calls permitted; <see langword="null"/> for none.</summary>
    public string? Limit { get; init; }

    /// <summary>The header with the number of calls left; <see langword="null"/> for none.</summary>
    public string? Remaining { get; init; }

    /// <summary>The header with the time at which the number starts anew; <see langword="null"/> for none.</summary>
    public string? Reset { get; init; }

    /// <summary>How <see cref="Reset"/> is written.</summary>
    public ResetUnit ResetUnit { get; init; }
}
