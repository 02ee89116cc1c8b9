using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>What the two sides of a row of elements carry now, in one pair of elements (clause R11).</summary>
/// <param name="Flow">The flow.</param>
/// <param name="List">The row of the lists.</param>
/// <param name="Group">The rows that give one property of the elements.</param>
/// <param name="Given">Which of them gives it now (clause R8).</param>
/// <param name="Source">The element of the source.</param>
/// <param name="Target">The element of the target.</param>
internal sealed record ElementMeeting(MappedFlow Flow, MappedRow List, RowGroup Group, Given Given, Element Source, Element Target)
{
    /// <summary>The key by which the two found each other: the source's.</summary>
    public string Key => Source.Key;

    /// <summary>All of two linked records.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="source">The record of its source.</param>
    /// <param name="target">The record of its target.</param>
    /// <param name="references">Translates keys.</param>
    public static IEnumerable<ElementMeeting> Of(MappedFlow flow, MirrorRecord source, MirrorRecord target, IReferences references) =>
        from list in flow.Rows
        where list.Elements is not null
        let theirs = ElementPairing.Of(flow, list, references).AtSource(SetOf(flow, list, Side.Target, target))
        from element in SetOf(flow, list, Side.Source, source).Present
        let other = theirs.Find(element.Key)
        where other is { IsRemoved: false }
        from rows in list.Elements!.Groups
        let given = rows.Find(element.Values!, element.Stamps, other.Values!)
        where given is not null
        select new ElementMeeting(flow, list, rows, given.Value, element, other);

    /// <summary>The elements of a side.</summary>
    public static ElementSet SetOf(MappedFlow flow, MappedRow list, Side side, MirrorRecord record)
    {
        var place = list.PlaceOn(side);
        return ElementSet.Of(flow.Entity(side).Lists[place]!, record.Values[place], record.Stamps[place]);
    }

    /// <summary>The key by which a side's own list knows its element.</summary>
    public string KeyOn(Side side) => Flow.Entity(side).Lists[List.PlaceOn(side)]!.KeyOf(On(side).Values!);

    /// <summary>The element of a side.</summary>
    public Element On(Side side) => side == Side.Source ? Source : Target;

    /// <summary>The edit that a side carries.</summary>
    public Stamp EditOf(Side side) => side == Side.Source ? Given.Stamp : Target.Stamps[Given.Row.Target];

    /// <summary>The path of the property on a side, as conflicts call it.</summary>
    public string PathOn(Side side) =>
        $"{Flow.Entity(side).Lists[List.PlaceOn(side)]!.NameOf(Key)}.{(side == Side.Source ? Given.Row.Row.Source : Given.Row.Row.Target)}";
}
