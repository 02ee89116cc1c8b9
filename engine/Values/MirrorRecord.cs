using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Values;

/// <summary>
/// What the engine last knew of a record: the mapped properties, each with its stamp. The arrays are indexed by the entity's
/// shape and are never changed: an update makes a new record.
/// </summary>
/// <param name="Id">The record's number in the state.</param>
/// <param name="Name">Its name in the world.</param>
/// <param name="Cluster">The number of its cluster.</param>
/// <param name="Values">The values.</param>
/// <param name="Stamps">Their stamps.</param>
internal sealed record MirrorRecord(long Id, RecordName Name, long Cluster, Value[] Values, Stamp[] Stamps)
{
    /// <summary>Since when it is no longer there, in ticks; none while it is (clause D4).</summary>
    public long? GoneAt { get; init; }

    /// <summary>Whether it is no longer there.</summary>
    public bool IsGone => GoneAt is not null;

    /// <summary>The greatest time of a stamp of this record (clause O3).</summary>
    public long LatestTime()
    {
        var latest = Stamp.UnsaidTime;
        foreach (var stamp in Stamps)
        {
            latest = Math.Max(latest, stamp.Time);
        }

        return latest;
    }

    /// <summary>This record with another stamp on one property.</summary>
    /// <param name="property">The place of the property in the shape.</param>
    /// <param name="stamp">The stamp.</param>
    public MirrorRecord WithStamp(int property, Stamp stamp)
    {
        var stamps = (Stamp[])Stamps.Clone();
        stamps[property] = stamp;
        return this with { Stamps = stamps };
    }
}
