using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Creating;

/// <summary>What a new element for the other side's list would hold, or why it cannot be made (clauses R10, R11).</summary>
/// <param name="Element">The element; none where it has to wait or cannot be converted.</param>
/// <param name="Waits">What it or its rows wait for.</param>
/// <param name="Fault">Why a value cannot be converted.</param>
internal sealed record ElementDraft(Element? Element, IReadOnlyList<Wait> Waits, string? Fault)
{
    /// <summary>Drafts the counterpart of an element.</summary>
    /// <param name="flow">The flow between the elements.</param>
    /// <param name="side">The side that the element is on.</param>
    /// <param name="element">The element.</param>
    /// <param name="record">The record that it belongs to.</param>
    /// <param name="references">Translates keys.</param>
    public static ElementDraft Of(MappedFlow flow, Side side, Element element, RecordName record, IReferences references)
    {
        var draft = Draft.Of(flow, side, new MirrorRecord(0, record, 0, element.Values!, element.Stamps), references);
        if (draft.Fault is not null || draft.WaitsAsAWhole)
        {
            return new ElementDraft(null, draft.Waits, draft.Fault);
        }

        Stamp[] stamps = [.. draft.Stamps.Select(stamp => stamp.Origin == default ? stamp with { Origin = record } : stamp)];
        return new ElementDraft(new Element(element.Key, draft.Values, element.Existence.OneHopOn(), stamps), draft.Waits, null);
    }

    /// <summary>Drafts the whole list of a new counterpart of a record.</summary>
    /// <param name="list">The elements of the record's list.</param>
    /// <param name="flow">The flow between the elements.</param>
    /// <param name="side">The side that the record is on.</param>
    /// <param name="record">The record.</param>
    /// <param name="references">Translates keys.</param>
    public static (ElementSet Elements, IReadOnlyList<Wait> Waits, string? Fault) OfAll(
        ElementSet list, MappedFlow flow, Side side, RecordName record, IReferences references)
    {
        var drafts = list.Present.Select(element => Of(flow, side, element, record, references)).ToList();
        return (
            new ElementSet([.. drafts.Select(draft => draft.Element).OfType<Element>()]),
            [.. drafts.SelectMany(draft => draft.Waits)],
            drafts.Select(draft => draft.Fault).FirstOrDefault(fault => fault is not null));
    }
}
