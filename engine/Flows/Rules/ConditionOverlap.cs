using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules;

/// <summary>Whether two conditions can hold of one pair of records, as far as the conditions themselves tell.</summary>
internal static class ConditionOverlap
{
    /// <summary>Whether both can hold. Conditions that ask nothing of a common property tell nothing of each other.</summary>
    public static bool Holds(ConditionDraft one, ConditionDraft other) =>
        Cases(one).Any(left => Cases(other).Any(right => Meet(left, right)));

    /// <summary>Whether both say the same, so that whoever wrote them wanted both rows in the same cases.</summary>
    public static bool IsSame(ConditionDraft one, ConditionDraft other) => TextOf(one) == TextOf(other);

    // Each side is a choice of cases; a side that says nothing is one case that asks nothing.
    private static IEnumerable<ImmutableArray<Asked>> Cases(ConditionDraft condition) =>
        from source in OrNothing(condition.Source)
        from target in OrNothing(condition.Target)
        select (ImmutableArray<Asked>)[.. source.Select(test => new Asked(false, test)), .. target.Select(test => new Asked(true, test))];

    private static ImmutableArray<ImmutableArray<PropertyTestDraft>> OrNothing(ImmutableArray<ImmutableArray<PropertyTestDraft>> cases) =>
        cases.IsEmpty ? [[]] : cases;

    private static bool Meet(ImmutableArray<Asked> left, ImmutableArray<Asked> right)
    {
        var common = left.Join(right, asked => asked.Property, asked => asked.Property, (one, other) => (one.Test, other.Test)).ToList();
        return common.Count > 0 && common.TrueForAll(pair => Meet(pair.Item1, pair.Item2));
    }

    private static bool Meet(PropertyTestDraft one, PropertyTestDraft other) => (one.IsNegated, other.IsNegated) switch
    {
        (false, false) => one.Values.Intersect(other.Values, StringComparer.Ordinal).Any(),
        (false, true) => one.Values.Except(other.Values, StringComparer.Ordinal).Any(),
        (true, false) => other.Values.Except(one.Values, StringComparer.Ordinal).Any(),
        _ => true,
    };

    private static string TextOf(ConditionDraft condition) => string.Join('\n', Cases(condition)
        .Select(tests => string.Join('\t', tests
            .Select(asked => $"{asked.Property} {asked.Test.IsNegated} {string.Join('|', asked.Test.Values.Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal));

    private sealed record Asked(bool OfTarget, PropertyTestDraft Test)
    {
        public (bool, string) Property => (OfTarget, Test.Path.Value);
    }
}
