using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Two elements that are the same thing, and what becomes of them (clause R11).</summary>
internal sealed class ElementPair(Element source, Element target)
{
    private readonly Dictionary<(Side Side, int Property), (Value Value, Stamp Stamp, MappedRow Row)> _wanted = [];

    /// <summary>The element of the source, as it is.</summary>
    public Element Source => source;

    /// <summary>The element of the target, as it is.</summary>
    public Element Target => target;

    /// <summary>The element of the source, as it should be.</summary>
    public Element NewSource => Changed(Side.Source, source);

    /// <summary>The element of the target, as it should be.</summary>
    public Element NewTarget => Changed(Side.Target, target);

    /// <summary>Wants a property of a side to have a value and a stamp; of two wants the greater stamp is heard.</summary>
    public void Want(MappedRow row, Side side, Value value, Stamp stamp)
    {
        var place = (side, side == Side.Source ? row.Source : row.Target);
        if (!_wanted.TryGetValue(place, out var other) || row.Order.Beats(stamp, other.Stamp))
        {
            _wanted[place] = (value, stamp, row);
        }
    }

    /// <summary>R1: who has the lesser stamp takes the greater; the values stay.</summary>
    public void Level(MappedRow row, RowSides sides, Decision.Agreed both)
    {
        if (both.Source != sides.SourceStamp)
        {
            Want(row, Side.Source, sides.SourceValue, both.Source);
        }

        if (both.Target != sides.TargetStamp)
        {
            Want(row, Side.Target, sides.TargetValue, both.Target);
        }
    }

    private Element Changed(Side side, Element element)
    {
        var wanted = _wanted.Where(it => it.Key.Side == side).ToList();
        if (wanted.Count == 0)
        {
            return element;
        }

        var (values, stamps) = ((Value[])element.Values!.Clone(), (Stamp[])element.Stamps.Clone());
        foreach (var ((_, property), (value, stamp, _)) in wanted)
        {
            (values[property], stamps[property]) = (value, stamp);
        }

        return element with { Values = values, Stamps = stamps };
    }
}
