namespace SesamTalk.Simulation.Worlds;

/// <summary>What the generator may put into a world. Whatever the engine does not run is off.</summary>
internal sealed record Features
{
    /// <summary>
    /// Systems whose clock is behind, that tell modification times, and do not answer with what they stored: an edit there is then
    /// taken for the system's own rewriting (clause O6), and lost.
    /// </summary>
    public bool SilentWithClockBehind { get; init; }

    /// <summary>Several rows into one property, and several out of one (clause R8).</summary>
    public bool SeveralRows { get; init; } = true;

    /// <summary>Conflict policies (clause R4).</summary>
    public bool Policies { get; init; } = true;

    /// <summary>What is done where two values differ on a new link (clause R5).</summary>
    public bool OnLink { get; init; } = true;

    /// <summary>Rows that take back what is edited on the receiving side (clause R7).</summary>
    public bool Enforcing { get; init; } = true;

    /// <summary>Conditions on rows (clause R9).</summary>
    public bool Conditions { get; init; } = true;

    /// <summary>Conditions on creating (clause C1).</summary>
    public bool CreateWhen { get; init; } = true;

    /// <summary>Creating for who is referred to, and for nobody else (clause C1).</summary>
    public bool OnReference { get; init; } = true;

    /// <summary>Lists whose elements are paired by a key (clause R11).</summary>
    public bool Elements { get; init; } = true;

    /// <summary>Properties that stand in elements of lists, which flows select (clause R9).</summary>
    public bool Selectors { get; init; } = true;

    /// <summary>Deletes, records that come back, and flows that pass deletes on (chapter 7).</summary>
    public bool Deletes { get; init; } = true;

    /// <summary>What the engine runs today.</summary>
    public static Features Now { get; } = new();
}
