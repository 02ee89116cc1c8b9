namespace SesamTalk.Simulation.Worlds;

/// <summary>What the generator may put into a world. Whatever the engine does not run is off.</summary>
internal sealed record Features
{
    /// <summary>
    /// Systems whose clock is behind, that tell modification times, and do not answer with what they stored: an edit there is then
    /// taken for the system's own rewriting (clause O6), and lost.
    /// </summary>
    public bool SilentWithClockBehind { get; init; }

    /// <summary>What the engine runs today.</summary>
    public static Features Now { get; } = new();
}
