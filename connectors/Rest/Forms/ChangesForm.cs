using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How to read what changed since a cursor.</summary>
/// <param name="List">The list that holds it.</param>
/// <param name="Cursor">The cursor.</param>
internal sealed record ChangesForm(ListForm List, CursorForm Cursor)
{
    /// <summary>The statuses that say that a cursor no longer holds.</summary>
    public ImmutableArray<int> VoidStatuses { get; init; } = [410];

    /// <summary>How long changes alone are read before everything is read once, because some changes do not show among them; <see langword="null"/> where all do.</summary>
    public TimeSpan? CompleteEvery { get; init; }
}
