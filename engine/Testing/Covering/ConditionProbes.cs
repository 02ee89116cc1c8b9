using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>A condition is touched where a test has records for which it holds, and others for which it does not.</summary>
internal static class ConditionProbes
{
    /// <summary>The probes of the condition under which counterparts are made (clause C1).</summary>
    public static IEnumerable<Probe> OfCreate(MappedCondition when, MappedFlow flow) => Both(
        "create",
        flow.Flow.CreateWhen!,
        moment => moment.Source is { } source ? [when.HoldsForSource(Values(source, flow.Source))] : []);

    /// <summary>The probes of the condition of a row (clause R9).</summary>
    public static IEnumerable<Probe> OfRow(MappedCondition when, Row row, MappedFlow flow) => Both(
        $"{row.Source} -> {row.Target}",
        row.When!,
        moment => moment is { Source: { } source, Target: { } target } ? [when.Holds(Values(source, flow.Source), Values(target, flow.Target))] : []);

    /// <summary>The probes of the condition of a row between elements, which are looked at in the order of the lists.</summary>
    public static IEnumerable<Probe> OfElement(MappedCondition when, Row element, MappedRow list, MappedFlow flow) => Both(
        $"{list.Row.Source}: {element.Source} -> {element.Target}",
        element.When!,
        moment => Elements(moment.Source, list.Row.Source, list.Elements!.Source)
            .Zip(Elements(moment.Target, list.Row.Target, list.Elements.Target), (source, target) => when.Holds(source, target)));

    private static IEnumerable<Probe> Both(string subject, Condition condition, Func<Snapshot, IEnumerable<bool>> held) =>
    [
        new Probe(CoverageKind.Condition, $"{subject}: the condition holds", condition.Place, outcome => outcome.Moments.SelectMany(held).Contains(true)),
        new Probe(CoverageKind.Condition, $"{subject}: the condition does not hold", condition.Place, outcome => outcome.Moments.SelectMany(held).Contains(false)),
    ];

    private static Value[] Values(RecordState record, MappedEntity entity) => [.. entity.Shape.Properties.Select(property => record[property.Path])];

    private static IEnumerable<Value[]> Elements(RecordState? record, string list, MappedEntity element)
    {
        var columns = element.Shape.Properties.Select(property => ListValues.Of(record, list, property.Path)).ToList();
        return Enumerable.Range(0, columns.Count == 0 ? 0 : columns[0].Count).Select(place => columns.Select(column => column[place]).ToArray());
    }
}
