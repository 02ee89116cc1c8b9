using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>The preferences of all rows that share a property through links form one ranking of systems (clause R4).</summary>
internal sealed class PolicyRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set)
    {
        var shared = new DisjointSets<(string, string)>();
        var rows = set.Flows.SelectMany(flow => flow.Lists.Prepend(flow)).SelectMany(flow => flow.Rows.Select(row => (Flow: flow, Row: row))).ToList();
        rows.ForEach(it => shared.Join(SourceOf(it), (it.Flow.Target.ToString(), it.Row.Draft.Target.Value)));
        return rows.Where(it => PolicyOf(it) is ConflictPolicy.Source or ConflictPolicy.Target)
            .GroupBy(it => shared.RootOf(SourceOf(it)))
            .SelectMany(Check);
    }

    private static IEnumerable<Diagnostic> Check(IEnumerable<(FlowView Flow, RowView Row)> rows)
    {
        var preferences = new Preferences();
        foreach (var it in rows)
        {
            preferences.Add(PolicyOf(it), it.Flow.Source.Draft.System.Value, it.Flow.Target.Draft.System.Value);
            if (preferences.Ranking() is null)
            {
                var circle = rows.TakeWhile(other => other != it).Append(it).ToList();
                yield return SetFaults.ContradictingPolicies(
                    PlaceOf(it),
                    it.Row.Draft.Target.Value,
                    [.. circle.SelectMany(other => other.Flow.Ends.Select(end => end.Draft.System.Value)).Distinct().Order(StringComparer.Ordinal)],
                    circle.SkipLast(1).Select(PlaceOf).Distinct().Where(place => place != PlaceOf(it)));
                yield break;
            }
        }
    }

    private static (string Entity, string Path) SourceOf((FlowView Flow, RowView Row) it) => (it.Flow.Source.ToString(), it.Row.Draft.Source.Value);

    private static ConflictPolicy PolicyOf((FlowView Flow, RowView Row) it) => (it.Row.Draft.Conflict ?? it.Flow.Draft.Conflict)?.Value ?? ConflictPolicy.Latest;

    private static Place PlaceOf((FlowView Flow, RowView Row) it) => (it.Row.Draft.Conflict ?? it.Flow.Draft.Conflict)!.Value.Place;
}
