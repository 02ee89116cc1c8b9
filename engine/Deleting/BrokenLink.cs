using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deleting;

/// <summary>A link of a record that is gone.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Side">The side of the record that is gone.</param>
/// <param name="Link">The link.</param>
/// <param name="Gone">The record that is gone, as it was last known.</param>
/// <param name="Left">Its counterpart.</param>
internal sealed record BrokenLink(MappedFlow Flow, Side Side, StoredLink Link, MirrorRecord Gone, MirrorRecord Left)
{
    /// <summary>The entity of the record that is gone.</summary>
    public MappedEntity GoneEntity => Flow.Entity(Side);

    /// <summary>The entity of its counterpart.</summary>
    public MappedEntity LeftEntity => Flow.Entity(Side.Other());

    /// <summary>What the counterpart is given where it is archived.</summary>
    public IReadOnlyList<ArchivedProperty> Archive => Flow.Archives[Side.Other()];

    /// <summary>Whether a row carries what the counterpart holds to the side of the record that is gone.</summary>
    public bool RunsBack(MappedRow row) => Side == Side.Source ? row.RunsToSource : row.RunsToTarget;

    /// <summary>The delete as an edit: as late as it was seen, and later than all that the counterpart holds (clause O3).</summary>
    public Stamp DeleteStamp()
    {
        var generation = Left.Stamps.Max(stamp => stamp.Generation) + 1;
        return new Stamp(Math.Max(Gone.GoneAt ?? 0, Left.LatestTime() + 1), GoneEntity.System.Rank, Gone.Name, 0, generation, Stamp.DeleteEpoch);
    }
}
