using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How to read what was deleted since a cursor of its own.</summary>
/// <param name="List">The list that holds it.</param>
/// <param name="Cursor">The cursor.</param>
/// <param name="Key">Where a row holds the key of the record that was deleted.</param>
internal sealed record DeletesForm(ListForm List, CursorForm Cursor, string Key)
{
    /// <summary>Where a row says what kind of record it is about; <see langword="null"/> where all are of this entity.</summary>
    public string? TypeAt { get; init; }

    /// <summary>What it says for this entity.</summary>
    public ImmutableArray<string> Types { get; init; } = [];
}
