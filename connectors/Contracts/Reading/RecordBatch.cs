namespace SesamTalk.Connectors.Reading;

/// <summary>Some records of one entity: the unit of every interface.</summary>
/// <param name="Records">The records, of the shape that was asked for.</param>
public sealed record RecordBatch(IReadOnlyList<Record> Records)
{
    /// <summary>The records that could not be read.</summary>
    public IReadOnlyList<RecordFault> Faults { get; init; } = [];

    /// <summary>
    /// The keys of records that were deleted since the cursor and are not there now, where
    /// <see cref="Systems.Capabilities.TellsDeletes"/> says that reads since a cursor tell it (clause O5).
    /// </summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>
    /// Where the next read since a cursor may begin once everything up to and with this batch is stored (clause O1);
    /// <see langword="null"/> where this batch is no such place.
    /// </summary>
    public string? Cursor { get; init; }
}
