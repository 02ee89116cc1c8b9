namespace SesamTalk.Engine.Mapping;

/// <summary>
/// When a row is looked at: those of a later layer when all of the earlier ones have settled. What a row does then depends only on what
/// stands, not on what passes by (clause T3).
/// </summary>
internal enum RowLayer
{
    /// <summary>At once.</summary>
    Plain,

    /// <summary>A row of a property whose rows have conditions that may come to hold or not, as values arrive (clause R9).</summary>
    Conditional,

    /// <summary>A row that may hold a conflict for a person (clause R4).</summary>
    UnderReview,
}
