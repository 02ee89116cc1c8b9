namespace SesamTalk.Engine.Values;

/// <summary>
/// Who changed a property, and when. (<see cref="Time"/>, <see cref="Rank"/>, <see cref="Origin"/>) name the edit; the rest goes
/// with it (sync-semantics, chapter 1). Immutable, so that the properties of a record share theirs.
/// </summary>
/// <param name="Time">When, in ticks of 100 ns since year 1 (UTC); see <see cref="LowestTime"/> and <see cref="UnsaidTime"/>.</param>
/// <param name="Rank">The rank of the system in which it was made.</param>
/// <param name="Origin">The record in which it was made.</param>
/// <param name="Hops">How many conversions away from there this copy is.</param>
/// <param name="Generation">How many edits came before it, as far as its author could see (clause R4).</param>
/// <param name="Epoch">The epoch (stretch between two settled states) in which it was first seen; 0 for what was there at first sight.</param>
internal sealed record Stamp(long Time, int Rank, RecordName Origin, int Hops, int Generation, long Epoch)
{
    /// <summary>The time of a value whose system does not say when it was changed (clause O3a).</summary>
    public const long LowestTime = 0;

    /// <summary>The time below all others: nobody has said that the property should be empty (clause O3a).</summary>
    public const long UnsaidTime = -1;

    /// <summary>A time that no edit has: the calendar must have room behind every edit.</summary>
    public static readonly long MostTime = new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The epoch of what the engine writes because a record is gone: nobody has edited anything (clauses D1, D3).</summary>
    public const long DeleteEpoch = -1;

    private long? _editNumber;

    private Stamp(Stamp other) =>
        (Time, Rank, Origin, Hops, Generation, Epoch, Elements) = (other.Time, other.Rank, other.Origin, other.Hops, other.Generation, other.Epoch, other.Elements);

    /// <summary>Of a list whose elements are reconciled like records, the stamps of the elements; this stamp is then the greatest of them (clause R11).</summary>
    public ElementStamps? Elements { get; init; }

    // More than any way from system to system.
    private const int LentHops = 1_000;
    private const int DriftHops = 1_000_000;

    /// <summary>The stamp of a property of which nothing is known yet: it was not mapped before.</summary>
    public static Stamp Unknown { get; } = new(long.MinValue, 0, default, 0, 0, 0);

    /// <summary>Whether nothing is known of the property yet.</summary>
    public bool IsUnknown => Time == long.MinValue;

    /// <summary>Whether the property is empty, and nobody has said that it should be (clause O3a).</summary>
    public bool IsUnsaid => Time == UnsaidTime;

    /// <summary>Whether the value was edited on the receiving side of an enforced row, which is no edit (clause R7).</summary>
    public bool IsDrift => Hops >= DriftHops;

    /// <summary>Whether it came to the value from another property (clause R8), somewhere on its way.</summary>
    public bool IsLent => Hops is >= LentHops and < DriftHops;

    /// <summary>Whether the engine wrote the value because a record is gone: no edit of a person (clauses D1, D3).</summary>
    public bool IsOfDelete => Epoch == DeleteEpoch;

    /// <summary>The stamp of a value at first sight (clause O3a).</summary>
    public static Stamp AtFirstSight(bool empty, long? modified, int rank, RecordName origin) => empty
        ? new Stamp(UnsaidTime, rank, origin, 0, -1, 0)
        : new Stamp(modified ?? LowestTime, rank, origin, 0, 0, 0);

    /// <summary>Whether both name the same edit.</summary>
    public bool IsSameEdit(Stamp other) => Time == other.Time && Rank == other.Rank && Origin == other.Origin;

    /// <summary>Whether this edit beats the other under <c>latest</c> (clause R3): later time, higher rank, smaller origin.</summary>
    public bool Beats(Stamp other) => Time != other.Time
        ? Time > other.Time
        : Rank != other.Rank ? Rank > other.Rank : Origin.CompareTo(other.Origin) < 0;

    /// <summary>The same edit one conversion further away.</summary>
    public Stamp OneHopOn() => this with { Hops = Hops + 1 };

    /// <summary>
    /// The same edit, under a value of another property (clause R8): one edit of a record may name several of its properties, and a
    /// copy of the very property is nearer than any value that only carries the stamp.
    /// </summary>
    public Stamp Lent() => this with { Hops = Hops + LentHops };

    /// <summary>The same edit, under a value that somebody else put there: it does not count, and is written over (clause R7).</summary>
    public Stamp Drifted() => this with { Hops = DriftHops };

    /// <summary>The name of the edit as a number, for bookkeeping: the same on every machine.</summary>
    public long EditNumber() => _editNumber ??= Fingerprint.Start.Add(Time).Add(Rank).Add(Origin.Entity).Add(Origin.Key).Value;

    /// <inheritdoc/>
    public bool Equals(Stamp? other) => ReferenceEquals(this, other)
        || (other is not null && IsSameEdit(other) && Hops == other.Hops && Generation == other.Generation && Epoch == other.Epoch
            && ReferenceEquals(Elements, other.Elements));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Time, Rank, Origin, Hops, Generation, Epoch);
}
