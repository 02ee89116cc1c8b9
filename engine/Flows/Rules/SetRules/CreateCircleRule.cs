using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>Flows that create do not lead back to where they began, unknown to their authors (clause C1): each of them alone looks harmless.</summary>
internal sealed class CreateCircleRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set)
    {
        var ways = set.Flows.SelectMany(flow => flow.Ends.Where(flow.CreatesAt).Select(end => new Way(flow, flow.Across(end).ToString(), end.ToString()))).ToList();
        var from = ways.ToLookup(way => way.From, StringComparer.Ordinal);
        var told = new HashSet<FlowView>(ReferenceEqualityComparer.Instance);
        foreach (var way in ways)
        {
            if (!told.Contains(way.Flow) && Closed(way, from) is { } circle)
            {
                told.UnionWith(circle.Select(other => other.Flow));
                yield return Fault(circle);
            }
        }
    }

    private static Diagnostic Fault(List<Way> circle) => SetFaults.CreatesInCircle(
        circle[0].Flow.Draft.Create.Place,
        string.Join(" -> ", circle.Select(way => way.From).Append(circle[0].From)),
        circle.Skip(1).Select(way => new RelatedPlace(way.Flow.Draft.Create.Place, $"creates {way.To}")));

    // The shortest way back, each flow being taken once: a flow that creates on both sides is no circle by itself.
    private static List<Way>? Closed(Way first, ILookup<string, Way> from)
    {
        var reached = new Dictionary<string, Way>(StringComparer.Ordinal) { [first.To] = first };
        var next = new Queue<string>([first.To]);
        while (next.TryDequeue(out var at))
        {
            foreach (var way in from[at].Where(way => !ReferenceEquals(way.Flow, first.Flow) && reached.TryAdd(way.To, way)))
            {
                if (way.To == first.From)
                {
                    return Back(way, first, reached);
                }

                next.Enqueue(way.To);
            }
        }

        return null;
    }

    private static List<Way> Back(Way last, Way first, Dictionary<string, Way> reached)
    {
        var circle = new List<Way> { last };
        while (circle[^1] != first)
        {
            circle.Add(reached[circle[^1].From]);
        }

        circle.Reverse();
        return circle;
    }

    private sealed record Way(FlowView Flow, string From, string To)
    {
        public bool Equals(Way? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(From);
    }
}
