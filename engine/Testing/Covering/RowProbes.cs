using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>A row is touched in a direction when a value came through it that way: the journal names the row (clause H1).</summary>
internal static class RowProbes
{
    /// <summary>The probe of a row.</summary>
    public static Probe Of(Row row, Flow flow, Direction way)
    {
        var (end, path) = way == Direction.ToTarget ? (flow.Target, row.Target) : (flow.Source, row.Source);
        return new Probe(CoverageKind.Row, Text(row, way), row.Place, outcome => outcome.Journal.Any(entry =>
            entry.Line == row.Place.Line && entry.Property == path && entry.Record.StartsWith($"{end}/", StringComparison.Ordinal) && !CanonicalForm.IsEmpty(entry.After)));
    }

    /// <summary>The probe of a row between elements: a value is there after a run that was not there before.</summary>
    public static Probe OfElement(Row element, Row list, Flow flow, Direction way)
    {
        var whole = Of(list, flow, way);
        var (side, path, property) = way == Direction.ToTarget ? (Side.Target, list.Target, element.Target) : (Side.Source, list.Source, element.Source);
        return new Probe(CoverageKind.Row, $"{list.Source}: {Text(element, way)}", element.Place, outcome => whole.IsTouchedBy(outcome) && outcome.Moments
            .Chunk(2)
            .Any(run => Brings(ListValues.Of(run[0].Of(side), path, property), ListValues.Of(run[1].Of(side), path, property))));
    }

    private static bool Brings(IReadOnlyList<Value> before, IReadOnlyList<Value> after)
    {
        var there = before.ToList();
        return after.Any(value => !CanonicalForm.IsEmpty(value) && !there.Remove(value));
    }

    private static string Text(Row row, Direction way) => $"{row.Source} -> {row.Target}, to the {(way == Direction.ToTarget ? "target" : "source")}";
}
