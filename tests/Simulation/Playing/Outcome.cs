namespace SesamTalk.Simulation.Playing;

/// <summary>What came of a history that was played.</summary>
/// <param name="Settled">What there is afterwards.</param>
/// <param name="IsClear">
/// Whether everything came through: a record that a system rejects takes with it whatever else was to be written to it in the same round,
/// so what is there then depends on the rounds (W4).
/// </param>
/// <param name="HasHearsay">Whether the engine took for an edit what nobody had set: what follows from it depends on when a read or an answer came (O6, T3).</param>
internal sealed record Outcome(Snapshot Settled, bool IsClear, bool HasHearsay);
