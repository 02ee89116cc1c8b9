namespace SesamTalk.Simulation.Reference;

/// <summary>Who changed a property, and when: (time, rank, origin) name the edit.</summary>
internal sealed record ModelStamp(long Time, int Rank, string Origin, int Hops, int Generation, long Epoch = 0)
{
    /// <summary>More hops than any way has: somebody else's value where an enforced row writes (R7).</summary>
    public const int Drift = 1_000_000;

    /// <summary>The epoch of what is written because a record is gone: no edit (D1, D3).</summary>
    public const long DeleteEpoch = -1;

    /// <summary>Whether nobody has said that the property should be empty (O3a).</summary>
    public bool IsUnsaid => Time < 0;

    /// <summary>Whether both name one edit.</summary>
    public bool IsSameEdit(ModelStamp other) => (Time, Rank, Origin) == (other.Time, other.Rank, other.Origin);

    /// <summary>The order of clause R3: later, higher rank, smaller origin.</summary>
    public bool Beats(ModelStamp other) => Time != other.Time ? Time > other.Time
        : Rank != other.Rank ? Rank > other.Rank
        : string.CompareOrdinal(Origin, other.Origin) < 0;

    /// <summary>One conversion further away.</summary>
    public ModelStamp OneHopOn() => this with { Hops = Hops + 1 };

    /// <summary>The same edit, under the value of another property (R8): further away than any copy of the property itself.</summary>
    public ModelStamp Lent() => this with { Hops = Hops + 1000 };

    /// <summary>The edit's name.</summary>
    public (long Time, int Rank, string Origin) Edit => (Time, Rank, Origin);
}
