using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How to read what changed since a cursor.</summary>
/// <param name="List">The list that holds it.</param>
/// <param name="Cursor">The cursor.</param>
internal sealed record ChangesForm(ListForm List, CursorForm Cursor)
{
    /// <summary>The statuses that say that a cursor no longer holds.</summary>
    public ImmutableArray<int> VoidStatuses { get; init; } = [410];
}
