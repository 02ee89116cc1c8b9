using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Decides about elements that only one of two lists holds: whether they are added to the other or removed (clauses R11, D3).</summary>
/// <param name="meeting">The two sides.</param>
/// <param name="references">Translates keys.</param>
/// <param name="findings">Where it is told.</param>
internal sealed class LoneElements(Meeting meeting, IReferences references, ElementFindings findings)
{
    private const string OnNewLink = "an element beats a removal on a new link";
    private const string Direction = "direction";

    private readonly MappedRow _row = meeting.Row;
    private readonly MappedFlow _elements = meeting.Row.Elements!;

    /// <summary>It is added to the other side, or removed, whichever is the later.</summary>
    /// <param name="side">The side that holds it.</param>
    /// <param name="lone">The element.</param>
    /// <param name="removed">What is left of it on the other side; nothing where it never was there.</param>
    public void Decide(Side side, Element lone, Element? removed)
    {
        var greatest = lone.Greatest(_row.Order);
        var agreed = findings.Agreed(lone.Key, null);
        var isLater = removed is null || _row.Order.Beats(greatest, removed.Existence);
        if (isLater && Sends(side))
        {
            Add(side, lone, removed is null ? null : agreed.IsAny ? PolicyName : OnNewLink, removed);
        }
        else if (!isLater && Sends(side.Other()) && agreed.IsAny)
        {
            Remove(side, lone, removed!);
        }
        else if (!isLater && Sends(side.Other()) && Sends(side))
        {
            // R5: on a link that has never agreed about it, a removal never beats an element.
            Raise(side, lone, greatest, removed!);
        }
        else
        {
            findings.LeaveApart();
        }
    }

    // With all that goes over: a copy that the removal has not reached yet is older than the removal, and must not stand above it.
    private void Raise(Side side, Element lone, Stamp greatest, Element removed)
    {
        var above = removed.Existence;
        Stamp Above(Stamp stamp) => stamp with { Time = Math.Max(stamp.Time, above.Time) + 1, Generation = Math.Max(stamp.Generation, above.Generation) + 1 };
        var sent = _elements.Rows.Where(row => side == Side.Source ? row.RunsToTarget : row.RunsToSource).Select(row => row.PlaceOn(side)).ToHashSet();
        var raised = lone with { Existence = Above(greatest), Stamps = [.. lone.Stamps.Select((stamp, place) => sent.Contains(place) ? Above(stamp) : stamp)] };
        if (Add(side, raised, OnNewLink, removed))
        {
            findings.Put(side, raised);
        }
    }

    private bool Add(Side side, Element lone, string? conflictBy, Element? removed)
    {
        var draft = ElementDraft.Of(_elements, side, lone, meeting.RecordOf(side).Name, references);
        foreach (var wait in draft.Waits.Where(wait => !wait.IsOver))
        {
            findings.Add(side, wait);
        }

        if (draft.Fault is { } fault)
        {
            findings.Add(side, fault);
        }

        if (draft.Element is not { } element)
        {
            return false;
        }

        if (conflictBy is not null)
        {
            Record(side, lone, lone.Greatest(_row.Order), removed!.Existence, isRemoved: false, conflictBy);
        }

        findings.Put(side.Other(), element with { Existence = lone.Greatest(_row.Order).OneHopOn() });
        return true;
    }

    private void Remove(Side side, Element lone, Element removed)
    {
        if (EditUnseen(side, lone) is { } edit)
        {
            Record(side, lone, edit, removed.Existence, isRemoved: true, Sends(side) ? PolicyName : Direction);
        }

        findings.Put(side, lone.Removed(removed.Existence.OneHopOn()));
    }

    // The greatest edit that it carries and the other side has not seen, if there is any.
    private Stamp? EditUnseen(Side side, Element lone) => _elements.Groups
        .Where(group => findings.Agreed(lone.Key, group.Rows[0].Name) is { IsAny: true } agreed
            && EditsOf(side, lone, group).All(edit => side == Side.Source ? agreed.SourceChanged(edit) : agreed.TargetChanged(edit)))
        .SelectMany(group => EditsOf(side, lone, group))
        .Aggregate((Stamp?)null, (greatest, edit) => greatest is null || _row.Order.Beats(edit, greatest) ? edit : greatest);

    private static IEnumerable<Stamp> EditsOf(Side side, Element lone, RowGroup group) =>
        side == Side.Source ? group.Rows.Select(row => lone.Stamps[row.Source]) : [lone.Stamps[group.Rows[0].Target]];

    private void Record(Side side, Element lone, Stamp added, Stamp removed, bool isRemoved, string decidedBy)
    {
        var value = Value.Element(lone.Values!);
        var sides = side == Side.Source ? new RowSides(value, added, Value.None, removed) : new RowSides(Value.None, removed, value, added);
        findings.Add(new ElementConflict(lone.Key, null, sides, (side == Side.Source) != isRemoved, decidedBy));
    }

    private string PolicyName => _row.Policy == ConflictPolicy.Review ? "latest" : _row.Policy.ToString().ToLowerInvariant();

    private bool Sends(Side side) => side == Side.Source ? _row.UpdatesTarget : _row.UpdatesSource;
}
