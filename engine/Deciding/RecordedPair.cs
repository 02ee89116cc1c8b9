using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>The two records of a conflict as they are now, still linked, with what was recorded of each.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Source">The source record.</param>
/// <param name="Target">The target record.</param>
/// <param name="SourceSide">What was recorded of the source.</param>
/// <param name="TargetSide">What was recorded of the target.</param>
internal sealed record RecordedPair(MappedFlow Flow, MirrorRecord Source, MirrorRecord Target, RecordedSide SourceSide, RecordedSide TargetSide)
{
    /// <summary>The record of a side.</summary>
    public MirrorRecord RecordOf(Side side) => side == Side.Source ? Source : Target;

    /// <summary>What was recorded of a side.</summary>
    public RecordedSide Recorded(Side side) => side == Side.Source ? SourceSide : TargetSide;
}
