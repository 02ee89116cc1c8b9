namespace SesamTalk.Simulation.Playing;

/// <summary>What must not make a difference (clauses T3, T4): how a history is played.</summary>
/// <param name="Disturbed">Whether kills and faults happen.</param>
/// <param name="Shuffle">Shuffles flows and reads; none for the order as it is.</param>
/// <param name="BatchSize">How many records are worked on at once.</param>
internal sealed record Variation(bool Disturbed, int? Shuffle, int BatchSize)
{
    /// <summary>As it is, undisturbed.</summary>
    public static Variation None { get; } = new(false, null, 1000);
}
