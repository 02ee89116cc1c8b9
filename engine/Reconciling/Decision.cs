using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>What is to be done about one row of a link.</summary>
internal abstract record Decision
{
    /// <summary>Nothing: the sides stay as they are, and have not agreed.</summary>
    public sealed record Nothing : Decision
    {
        /// <summary>The only one.</summary>
        public static Nothing Instance { get; } = new();
    }

    /// <summary>The sides agree on these edits; one of them may have to take the greater stamp (clauses R1, R2).</summary>
    /// <param name="Source">The edit of the source.</param>
    /// <param name="Target">The edit of the target.</param>
    public sealed record Agreed(Stamp Source, Stamp Target) : Decision;

    /// <summary>One side wins, and its value goes to the other (clauses R2, R3, R5, R7).</summary>
    /// <param name="SourceWins">Whether it is the source.</param>
    /// <param name="Stamp">The stamp that the winning value has, raised where R5 says so.</param>
    /// <param name="ConflictBy">What decided a conflict; none where there was none.</param>
    /// <param name="IsRaised">Whether the winner's stamp was raised above an emptying (clause R5).</param>
    public sealed record Wins(bool SourceWins, Stamp Stamp, string? ConflictBy, bool IsRaised) : Decision;

    /// <summary>A person decides; until then neither side is written (clauses R4, R5).</summary>
    public sealed record Held : Decision
    {
        /// <summary>The only one.</summary>
        public static Held Instance { get; } = new();
    }
}

/// <summary>The two sides of a row of a link.</summary>
/// <param name="SourceValue">The value of the source.</param>
/// <param name="SourceStamp">The stamp that it carries (clause R8).</param>
/// <param name="TargetValue">The value of the target.</param>
/// <param name="TargetStamp">Its stamp.</param>
internal readonly record struct RowSides(Value SourceValue, Stamp SourceStamp, Value TargetValue, Stamp TargetStamp)
{
    /// <summary>
    /// Whether both carry one edit, and one of them only as drift over it (clause R7): there is no second edit that could be held, so it is
    /// taken back without waiting for review, with the nearest copy that there is.
    /// </summary>
    public bool HaveDriftedApart => SourceStamp.IsSameEdit(TargetStamp) && SourceStamp.IsDrift != TargetStamp.IsDrift;
}
