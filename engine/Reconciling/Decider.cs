using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Decides about one row of a link, from the two sides and what they last agreed on (clauses R1 to R8). Knows no state and no system.</summary>
internal static class Decider
{
    private const string OnLinkSource = "on_link: source";
    private const string OnLinkTarget = "on_link: target";
    private const string Nearest = "the nearest copy of one edit";

    /// <summary>Decides about a row.</summary>
    /// <param name="row">The row that gives the value now.</param>
    /// <param name="sides">The two sides; the source's stamp is the one that the value carries (clause R8).</param>
    /// <param name="agreed">On what the row last agreed.</param>
    /// <param name="references">Translates keys.</param>
    public static Decision Decide(MappedRow row, RowSides sides, RowAgreement agreed, IReferences references)
    {
        if (sides.SourceStamp.IsUnknown || sides.TargetStamp.IsUnknown)
        {
            return Decision.Nothing.Instance;
        }

        if (AreSame(row, sides, references))
        {
            return Agreed(row, sides);
        }

        if (sides.SourceStamp.IsSameEdit(sides.TargetStamp))
        {
            return SameEdit(row, sides);
        }

        return row.UpdatesSource && row.UpdatesTarget ? TwoWay(row, sides, agreed) : OneWay(row, sides, agreed);
    }

    // R1.
    private static bool AreSame(MappedRow row, RowSides sides, IReferences references)
    {
        if (row.RunsToTarget || row.IsReference)
        {
            var there = row.Get(sides.SourceValue, references);
            if (there.IsValue && row.Form.Same(there.Value, sides.TargetValue))
            {
                return true;
            }
        }

        if (row.RunsToTarget && !row.IsReference)
        {
            return false;
        }

        var back = row.Put(sides.TargetValue, sides.SourceValue, references);
        return back.IsValue && row.SourceForm.Same(back.Value, sides.SourceValue);
    }

    // R1: a side that the row runs to takes the other's stamp where that is the greater; what nobody has said is no edit to go by (O3a).
    private static Decision.Agreed Agreed(MappedRow row, RowSides sides)
    {
        var (source, target) = (sides.SourceStamp, sides.TargetStamp);
        if (source.IsSameEdit(target))
        {
            return new Decision.Agreed(source, target);
        }

        return row.Order.Beats(source, target)
            ? new Decision.Agreed(source, row.RunsToTarget && !source.IsUnsaid ? source.OneHopOn() : target)
            : new Decision.Agreed(row.RunsToSource && !target.IsUnsaid ? target.OneHopOn() : source, target);
    }

    // R2: for one edit, the least converted copy wins; where it may not go over, the other side has not seen it (R7). What was edited on the
    // side that an enforced row writes is no copy at all.
    private static Decision SameEdit(MappedRow row, RowSides sides)
    {
        var (source, target) = (sides.SourceStamp, sides.TargetStamp);
        return (source.Hops - target.Hops) switch
        {
            > 1 when row.UpdatesSource => new Decision.Wins(false, target, ConflictWith(source, sides.SourceValue), false),
            < -1 when row.UpdatesTarget => new Decision.Wins(true, source, ConflictWith(target, sides.TargetValue), false),
            > 1 or < -1 => Decision.Nothing.Instance,
            _ => new Decision.Agreed(source, target),
        };
    }

    // A value that only carries the stamp is what somebody set under an older one, which nothing else names any more (R4).
    private static string? ConflictWith(Stamp loser, Value value) => loser.IsLent && !CanonicalForm.IsEmpty(value) ? Nearest : null;

    // R7: the sending side's value goes over when its stamp is the greater; what is edited on the receiving side stays there.
    private static Decision OneWay(MappedRow row, RowSides sides, RowAgreement agreed)
    {
        if (!row.UpdatesSource && !row.UpdatesTarget)
        {
            return Decision.Nothing.Instance;
        }

        var sourceSends = row.UpdatesTarget;
        var (sent, received) = sourceSends ? (sides.SourceStamp, sides.TargetStamp) : (sides.TargetStamp, sides.SourceStamp);
        if (!row.Order.Beats(sent, received))
        {
            return Decision.Nothing.Instance;
        }

        var receivedValue = sourceSends ? sides.TargetValue : sides.SourceValue;
        var edited = sourceSends ? agreed.TargetChanged(received) : agreed.SourceChanged(received);
        var isConflict = edited && (agreed.IsAny || !CanonicalForm.IsEmpty(receivedValue));
        return new Decision.Wins(sourceSends, sent, isConflict ? "direction" : null, false);
    }

    private static Decision TwoWay(MappedRow row, RowSides sides, RowAgreement agreed)
    {
        if (!agreed.IsAny)
        {
            return OnNewLink(row, sides);
        }

        if (RaisedBefore(sides, agreed) is { } raised)
        {
            return raised;
        }

        // R3, R4.
        var isConflict = agreed.SourceChanged(sides.SourceStamp) && agreed.TargetChanged(sides.TargetStamp);
        return isConflict && row.Policy == ConflictPolicy.Review
            ? Decision.Held.Instance
            : ByOrder(row, sides, isConflict ? row.Policy : null);
    }

    // R5: an empty value never beats a value; two values that differ go by on_link.
    private static Decision OnNewLink(MappedRow row, RowSides sides)
    {
        var (sourceEmpty, targetEmpty) = (CanonicalForm.IsEmpty(sides.SourceValue), CanonicalForm.IsEmpty(sides.TargetValue));
        if (sourceEmpty != targetEmpty)
        {
            return Favour(row, sides, targetEmpty, "a value beats an empty one on a new link", null);
        }

        return row.OnLink switch
        {
            ConflictPolicy.Review => Decision.Held.Instance,
            ConflictPolicy.Source when row.Row.OnLink is not null => Favour(row, sides, true, OnLinkSource, OnLinkSource),
            ConflictPolicy.Target when row.Row.OnLink is not null => Favour(row, sides, false, OnLinkTarget, OnLinkTarget),
            _ => ByOrder(row, sides, row.OnLink),
        };
    }

    private static Decision.Wins ByOrder(MappedRow row, RowSides sides, ConflictPolicy? conflict)
    {
        var sourceWins = row.Order.Beats(sides.SourceStamp, sides.TargetStamp);
        return new Decision.Wins(sourceWins, sourceWins ? sides.SourceStamp : sides.TargetStamp, conflict?.ToString().ToLowerInvariant(), false);
    }

    // R5: where the side that is to win has the lesser stamp, its value is raised above the other, once a row of a link.
    private static Decision.Wins Favour(MappedRow row, RowSides sides, bool sourceWins, string whereRaised, string? whereNot)
    {
        var (winner, loser) = sourceWins ? (sides.SourceStamp, sides.TargetStamp) : (sides.TargetStamp, sides.SourceStamp);
        return row.Order.Beats(winner, loser)
            ? new Decision.Wins(sourceWins, winner, whereNot, false)
            : new Decision.Wins(sourceWins, Raised(winner, loser), whereRaised, true);
    }

    private static Stamp Raised(Stamp winner, Stamp loser) =>
        winner with { Time = Math.Max(winner.Time, loser.Time) + 1, Generation = Math.Max(winner.Generation, loser.Generation) + 1 };

    // T4: the link has agreed on a raised value that has not been written yet, because it is looked at again from its other end, or
    // because the run was killed. It is decided as before.
    private static Decision.Wins? RaisedBefore(RowSides sides, RowAgreement agreed)
    {
        var sourceChanged = agreed.SourceChanged(sides.SourceStamp);
        if (sourceChanged == agreed.TargetChanged(sides.TargetStamp))
        {
            return null;
        }

        var raised = sourceChanged ? Raised(sides.SourceStamp, sides.TargetStamp) : Raised(sides.TargetStamp, sides.SourceStamp);
        return raised.EditNumber() == (sourceChanged ? agreed.Source : agreed.Target) ? new Decision.Wins(sourceChanged, raised, null, true) : null;
    }
}
