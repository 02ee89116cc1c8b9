using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>The two sides of a row of a link, with all that belongs to them.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Row">The row that gives the value now (clause R8).</param>
/// <param name="Group">The rows that give the same property.</param>
/// <param name="Source">The source record.</param>
/// <param name="Target">The target record.</param>
/// <param name="Sides">The values and the stamps that they carry.</param>
internal readonly record struct Meeting(MappedFlow Flow, MappedRow Row, RowGroup Group, MirrorRecord Source, MirrorRecord Target, RowSides Sides)
{
    /// <summary>The record of a side.</summary>
    public MirrorRecord RecordOf(Side side) => side == Side.Source ? Source : Target;

    /// <summary>The edit that is lost where a side is written: drift stays drift, whatever stamp its value carries (clauses R7, R8).</summary>
    public Stamp EditLostOn(Side side) => RecordOf(side).Stamps[Row.PlaceOn(side)] is { IsDrift: true } drift ? drift
        : side == Side.Source ? Sides.SourceStamp : Sides.TargetStamp;
}
