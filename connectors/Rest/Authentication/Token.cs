namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>A token as it is kept. It is secret, so it prints as nothing.</summary>
/// <param name="Access">What requests carry.</param>
/// <param name="Refresh">What the next token is asked for with; <see langword="null"/> where there is no such thing.</param>
/// <param name="RenewableAt">Before this time the system refuses to renew it.</param>
/// <param name="ExpiresAt">From this time on the system does not take it.</param>
internal sealed record Token(string Access, string? Refresh, DateTimeOffset RenewableAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Why a person has to consent anew; <see langword="null"/> where nobody has to. Until then nothing is tried.</summary>
    public string? ConsentNeeded { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(Token);
}
