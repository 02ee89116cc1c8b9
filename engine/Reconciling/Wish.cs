using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>What a row of a link wants a property to be: a new value, or the same value under a greater stamp.</summary>
/// <param name="Property">The place of the property in the shape of its entity.</param>
/// <param name="Value">The value.</param>
/// <param name="Stamp">The stamp.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Row">The row.</param>
internal sealed record Wish(int Property, Value Value, Stamp Stamp, MappedFlow Flow, MappedRow Row)
{
    /// <summary>Whether it is a value that stays and is raised above the other side's (clauses R5, R11).</summary>
    public bool IsRaise { get; init; }

    /// <summary>
    /// Whether this wish is heard before another for the same property: the greater stamp, then the copy with fewer hops, then the
    /// name of the flow and the row.
    /// </summary>
    public bool GoesBefore(Wish other)
    {
        if (!Stamp.IsSameEdit(other.Stamp))
        {
            return Row.Order.Beats(Stamp, other.Stamp);
        }

        if (Stamp.Hops != other.Stamp.Hops)
        {
            return Stamp.Hops < other.Stamp.Hops;
        }

        var flow = string.CompareOrdinal(Flow.Name, other.Flow.Name);
        return flow != 0 ? flow < 0 : Row.Number < other.Row.Number;
    }
}
