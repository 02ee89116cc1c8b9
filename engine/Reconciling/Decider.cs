using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Decides about one row of a link, from the two sides and what they last agreed on (clauses R1 to R7). Knows no state and no system.</summary>
internal static class Decider
{
    private const string Latest = "latest";

    /// <summary>Decides about a row.</summary>
    public static Decision Decide(MappedRow row, RowSides sides, Agreement agreed, IReferences references)
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

    // R1: in a two-way row both sides take the greater stamp.
    private static Decision.Agreed Agreed(MappedRow row, RowSides sides)
    {
        if (!(row.RunsToSource && row.RunsToTarget) || sides.SourceStamp.IsSameEdit(sides.TargetStamp))
        {
            return new Decision.Agreed(sides.SourceStamp, sides.TargetStamp);
        }

        return sides.SourceStamp.Beats(sides.TargetStamp)
            ? new Decision.Agreed(sides.SourceStamp, sides.SourceStamp.OneHopOn())
            : new Decision.Agreed(sides.TargetStamp.OneHopOn(), sides.TargetStamp);
    }

    // R2: for one edit, the least converted copy wins.
    private static Decision SameEdit(MappedRow row, RowSides sides)
    {
        if (sides.SourceStamp.Hops > sides.TargetStamp.Hops + 1 && row.UpdatesSource)
        {
            return new Decision.Wins(false, sides.TargetStamp, null, false);
        }

        return sides.TargetStamp.Hops > sides.SourceStamp.Hops + 1 && row.UpdatesTarget
            ? new Decision.Wins(true, sides.SourceStamp, null, false)
            : new Decision.Agreed(sides.SourceStamp, sides.TargetStamp);
    }

    // R7: the sending side's value goes over when its stamp is the greater; what is edited on the receiving side stays there.
    private static Decision OneWay(MappedRow row, RowSides sides, Agreement agreed)
    {
        if (!row.UpdatesSource && !row.UpdatesTarget)
        {
            return Decision.Nothing.Instance;
        }

        var sourceSends = row.UpdatesTarget;
        var (sent, received) = sourceSends ? (sides.SourceStamp, sides.TargetStamp) : (sides.TargetStamp, sides.SourceStamp);
        if (!sent.Beats(received))
        {
            return Decision.Nothing.Instance;
        }

        var receivedValue = sourceSends ? sides.TargetValue : sides.SourceValue;
        var edited = sourceSends ? agreed.TargetChanged(row.Number, received) : agreed.SourceChanged(row.Number, received);
        var isConflict = edited && (agreed.Has(row.Number) || !CanonicalForm.IsEmpty(receivedValue));
        return new Decision.Wins(sourceSends, sent, isConflict ? "direction" : null, false);
    }

    private static Decision TwoWay(MappedRow row, RowSides sides, Agreement agreed)
    {
        var hasAgreed = agreed.Has(row.Number);
        var (sourceEmpty, targetEmpty) = (CanonicalForm.IsEmpty(sides.SourceValue), CanonicalForm.IsEmpty(sides.TargetValue));
        if (!hasAgreed && sourceEmpty != targetEmpty)
        {
            return FillsTheEmpty(sides, targetEmpty);
        }

        if (!hasAgreed && row.IsReference)
        {
            return Decision.Held.Instance;
        }

        // R3, R4.
        var sourceWins = sides.SourceStamp.Beats(sides.TargetStamp);
        var isConflict = agreed.SourceChanged(row.Number, sides.SourceStamp) && agreed.TargetChanged(row.Number, sides.TargetStamp);
        return new Decision.Wins(sourceWins, sourceWins ? sides.SourceStamp : sides.TargetStamp, isConflict ? Latest : null, false);
    }

    // R5: an empty value never beats a value; where it has the greater stamp, the value is raised above it.
    private static Decision.Wins FillsTheEmpty(RowSides sides, bool sourceWins)
    {
        var (full, empty) = sourceWins ? (sides.SourceStamp, sides.TargetStamp) : (sides.TargetStamp, sides.SourceStamp);
        return full.Beats(empty)
            ? new Decision.Wins(sourceWins, full, null, false)
            : new Decision.Wins(
                sourceWins,
                full with { Time = Math.Max(full.Time, empty.Time) + 1, Generation = Math.Max(full.Generation, empty.Generation) + 1 },
                "a value beats an empty one on a new link",
                true);
    }
}
