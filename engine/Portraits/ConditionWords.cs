using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Portraits;

/// <summary>Tells conditions in words.</summary>
internal static class ConditionWords
{
    /// <summary>The condition; none where it is still to be written.</summary>
    public static string? Of(ConditionDraft condition, string source, string target)
    {
        string[] sides = [.. Side(condition.Source, source), .. Side(condition.Target, target)];
        return sides.Length == 0 ? null : string.Join(", and ", sides);
    }

    private static IEnumerable<string> Side(ImmutableArray<ImmutableArray<PropertyTestDraft>> alternatives, string side) =>
        alternatives.IsEmpty ? [] : [$"{string.Join(", or ", alternatives.Select(tests => string.Join(" and ", tests.Select(Test))))} in the {side}"];

    private static string Test(PropertyTestDraft test)
    {
        var values = string.Join(" or ", test.Values.Select(value => value.Length == 0 ? "empty" : value));
        return test.IsNegated ? $"{test.Path.Value} is not {values}" : $"{test.Path.Value} is {values}";
    }
}
