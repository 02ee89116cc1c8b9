using SesamTalk.Simulation.Playing;

namespace SesamTalk.Simulation.Checking;

/// <summary>An invariant that did not hold.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="Message">What was found instead.</param>
internal sealed record Violation(string Invariant, string Message)
{
    /// <summary>In which play of the history it came up, so that it can be looked for there alone; none for a comparison of two plays.</summary>
    public Variation? Played { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Invariant}: {Message}";
}

/// <summary>Ends the play of a history at the first invariant that does not hold.</summary>
internal sealed class ViolationException(Violation violation) : Exception(violation.ToString())
{
    /// <summary>What does not hold.</summary>
    public Violation Violation { get; } = violation;
}
