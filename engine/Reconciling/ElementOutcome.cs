using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Reconciling;

/// <summary>What the two lists of a row should become (clause R11).</summary>
/// <param name="Source">The elements of the source.</param>
/// <param name="Target">The elements of the target.</param>
/// <param name="Agreed">On what the elements agree.</param>
internal sealed record ElementOutcome(ElementSet Source, ElementSet Target, ElementAgreement Agreed)
{
    /// <summary>Whether the two lists are left different in anything: they have then not agreed.</summary>
    public required bool IsApart { get; init; }

    /// <summary>The edits that met.</summary>
    public required IReadOnlyList<ElementConflict> Conflicts { get; init; }

    /// <summary>What elements wait for, each with the side that sends them.</summary>
    public required IReadOnlyList<(Side Sender, Wait Wait)> Waits { get; init; }

    /// <summary>Why values of elements cannot be converted, each with the side that sends them.</summary>
    public required IReadOnlyList<(Side Sender, string Fault)> Faults { get; init; }
}

/// <summary>Two edits of an element that met (clause R4).</summary>
/// <param name="Key">The key of the element.</param>
/// <param name="Row">The row of the element; none where it was added or removed.</param>
/// <param name="Sides">The values and the edits that they come from.</param>
/// <param name="SourceWins">Whether the source won.</param>
/// <param name="DecidedBy">What decided.</param>
internal sealed record ElementConflict(string Key, MappedRow? Row, RowSides Sides, bool SourceWins, string DecidedBy)
{
    /// <summary>What is written to the side that loses; <see langword="null"/> where nothing is.</summary>
    public Value? Written { get; init; }
}
