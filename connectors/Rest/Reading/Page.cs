namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Address">Where it was read.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record Page(Uri Address, List<ReadRow> Rows)
{
    /// <summary>The address of the next one; <see langword="null"/> for the last.</summary>
    public Uri? Next { get; init; }

    /// <summary>What the clock of the system showed.</summary>
    public DateTime? ServerTime { get; init; }

    /// <summary>Whether it shows the same rows as another.</summary>
    public bool Repeats(Page? other) => Rows.Count > 0 && other is not null && Rows.Count == other.Rows.Count
        && Rows[0].Key is { } first && first == other.Rows[0].Key && Rows[^1].Key == other.Rows[^1].Key;
}
