using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>A value that is carried round a circle of rows, round after round, until it stays what it is.</summary>
/// <param name="Values">What it was at the start, and after each round.</param>
/// <param name="Problem">Why a later round refuses it; none where it goes on changing.</param>
internal sealed record RoundTrip(ImmutableArray<Value> Values, string? Problem)
{
    private const int MostRounds = 4;

    /// <summary>A trip that does not settle, with some value that the conversions of the circle take; none where all settle.</summary>
    public static RoundTrip? Endless(ImmutableArray<PropertyArc> circle) => Enumerable.Range(0, circle.Length)
        .Select(start => circle[start..].AddRange(circle[..start]))
        .SelectMany(turned => turned[0].Samples.Select(sample => Take(turned, sample)))
        .FirstOrDefault(trip => trip is not null);

    // A value that does not come round once is a fault of that value; one that is refused later was made by the circle.
    private static RoundTrip? Take(ImmutableArray<PropertyArc> circle, Value sample)
    {
        var values = new Value[circle.Length];
        values[0] = sample;
        var passed = ImmutableArray.Create(sample);
        for (var round = 0; round < MostRounds; round++)
        {
            var problem = GoRound(circle, values);
            if (problem is not null)
            {
                return round == 0 ? null : new RoundTrip(passed, problem);
            }

            if (Sameness.FormOf(values[0]) == Sameness.FormOf(passed[^1]))
            {
                return null;
            }

            passed = passed.Add(values[0]);
        }

        return new RoundTrip(passed, null);
    }

    private static string? GoRound(ImmutableArray<PropertyArc> circle, Value[] values)
    {
        for (var i = 0; i < circle.Length; i++)
        {
            var next = (i + 1) % circle.Length;
            var result = circle[i].Carry(values[i], values[next]);
            if (result.Problem is { } problem)
            {
                return problem;
            }

            values[next] = result.Value;
        }

        return null;
    }
}
