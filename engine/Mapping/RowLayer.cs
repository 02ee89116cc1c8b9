namespace SesamTalk.Engine.Mapping;

/// <summary>
/// When a row is looked at: those of a later layer when all of the earlier ones have settled. What a row does then depends only on what
/// stands, not on what passes by (clause T3).
/// </summary>
/// <param name="Depth">How many layers have settled before.</param>
internal readonly record struct RowLayer(int Depth) : IComparable<RowLayer>
{
    /// <summary>At once.</summary>
    public static RowLayer Plain => new(0);

    /// <summary>A row that lets one side win on a new link (clause R5).</summary>
    public static RowLayer NewLink => new(int.MaxValue - 1);

    /// <summary>A row that may hold a conflict for a person (clause R4): last of all.</summary>
    public static RowLayer UnderReview => new(int.MaxValue);

    /// <inheritdoc/>
    public int CompareTo(RowLayer other) => Depth.CompareTo(other.Depth);
}
