using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>What the descriptions of two properties leave no choice about.</summary>
internal static class TypeChoice
{
    /// <summary>The conversion between two types, where there is one that anybody would take.</summary>
    public static string? ConversionOf(PropertyType one, PropertyType other) =>
        (one, other) is (PropertyType.DateTime, PropertyType.Date) or (PropertyType.Date, PropertyType.DateTime) ? "date" : null;

    /// <summary>Which way a row can run, and why not the other.</summary>
    public static (Direction Direction, string? Reason) DirectionOf(ProposalSide source, PropertyDescription one, ProposalSide target, PropertyDescription other) =>
        !target.CanWrite(other) ? (Direction.ToSource, $"{target.System} fills {other.Path} itself")
        : !source.CanWrite(one) ? (Direction.ToTarget, $"{source.System} fills {one.Path} itself")
        : one.Access == WriteAccess.CreateOnly ? (Direction.ToTarget, $"{one.Path} is fixed once given")
        : other.Access == WriteAccess.CreateOnly ? (Direction.ToTarget, $"{other.Path} is fixed once given")
        : (Direction.Both, null);
}
