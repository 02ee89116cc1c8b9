namespace SesamTalk.Simulation.Checking;

/// <summary>An invariant that did not hold.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="Message">What was found instead.</param>
internal sealed record Violation(string Invariant, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Invariant}: {Message}";
}

/// <summary>Ends the play of a history at the first invariant that does not hold.</summary>
internal sealed class ViolationException(Violation violation) : Exception(violation.ToString())
{
    /// <summary>What does not hold.</summary>
    public Violation Violation { get; } = violation;
}
