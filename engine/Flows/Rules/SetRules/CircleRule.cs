using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>Round a circle of rows a value must come to rest (clause T1).</summary>
internal sealed class CircleRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) => PropertyCircles.Of(set)
        .Where(c => c.Any(a => !a.Row.Conversions.IsEmpty))
        .Select(c => (Circle: c, Trip: RoundTrip.Endless(c)))
        .Where(c => c.Trip is not null)
        .DistinctBy(c => string.Join('\n', c.Circle.Select(a => a.Row.Draft.Place.ToString()).Order(StringComparer.Ordinal)))
        .Select(c => Unsettled(c.Circle, c.Trip!));

    private static Diagnostic Unsettled(ImmutableArray<PropertyArc> circle, RoundTrip trip)
    {
        var first = circle.First(a => !a.Row.Conversions.IsEmpty);
        string[] names = [.. circle.Select(a => a.From), circle[^1].To];
        string[] values = [.. trip.Values.Take(3).Select(v => $"'{v}'")];
        var course = $"{values[0]} becomes {string.Join(", then ", values[1..])}{(trip.Problem is null ? " and so on" : $", which {trip.Problem}")}";
        return SetFaults.DoesNotSettle(
            first.Row.Draft.Place,
            string.Join(" -> ", names),
            course,
            [.. circle.Where(a => a != first).Select(a => new RelatedPlace(a.Row.Draft.Place, $"from {a.From} to {a.To}"))]);
    }
}
