namespace SesamTalk.Conformance.Suites;

/// <summary>Something that goes wrong in a system until it is ended; an answer that is lost is lost once.</summary>
/// <param name="Words">What the system says of it, or what else an adapter must tell; empty where nobody says anything.</param>
/// <param name="Begin">Brings it about.</param>
/// <param name="End">Ends it.</param>
public sealed record Trouble(string Words, Action Begin, Action End)
{
    /// <summary>Why systems of this kind do not have it; <see langword="null"/> where they do.</summary>
    public string? WhyNot { get; private init; }

    /// <summary>A trouble that systems of this kind do not have.</summary>
    public static Trouble None(string why) => new(string.Empty, () => { }, () => { }) { WhyNot = why };
}
