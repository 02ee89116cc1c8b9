using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>The probes of a flow, in the order of the file.</summary>
internal static class Probes
{
    /// <summary>The probes.</summary>
    public static IReadOnlyList<Probe> Of(TestStage stage)
    {
        var mapped = MappedSet.Compile(stage.SetFor([], string.Empty), selected: null).AllFlows.First(flow => flow.Name == stage.Flow.Name);
        return
        [
            .. mapped.CreateWhen is { } when ? ConditionProbes.OfCreate(when, mapped) : [],

            // The first rule is that of the given links.
            .. mapped.Rules.Skip(1).Select(rule => new Probe(CoverageKind.MatchRule, rule.Description, mapped.Flow.Match[rule.Number].Place, outcome => outcome.LinkedBy == rule.Description)),
            .. mapped.Rows.SelectMany(row => OfRow(row, mapped)),
        ];
    }

    private static IEnumerable<Probe> OfRow(MappedRow row, MappedFlow flow) =>
    [
        .. Ways(row.Row).Select(way => RowProbes.Of(row.Row, flow.Flow, way)),
        .. row.When is { } when ? ConditionProbes.OfRow(when, row.Row, flow) : [],
        .. LookupProbes.Of(row.Row, moment => moment.Source is { } source ? [source[row.Row.Source]] : []),
        .. row.Row.Each?.Rows.SelectMany(element => OfElement(element, row, flow)) ?? [],
    ];

    private static IEnumerable<Probe> OfElement(Row element, MappedRow list, MappedFlow flow) =>
    [
        .. Ways(element).Where(way => list.Row.Direction == Direction.Both || list.Row.Direction == way).Select(way => RowProbes.OfElement(element, list.Row, flow.Flow, way)),
        .. list.Elements!.Rows.FirstOrDefault(row => row.Row.Place == element.Place)?.When is { } when ? ConditionProbes.OfElement(when, element, list, flow) : [],
        .. LookupProbes.Of(element, moment => ListValues.Of(moment.Source, list.Row.Source, element.Source)),
    ];

    private static Direction[] Ways(Row row) => row.Direction == Direction.Both ? [Direction.ToTarget, Direction.ToSource] : [row.Direction];
}
