using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>Reads conditions: <c>{ target: { Country: [NO, NOR], Status: { not: closed }, Email: { empty: false } } }</c>.</summary>
internal static class ConditionDraftReader
{
    /// <summary>The condition as written.</summary>
    public static ConditionDraft Read(MappingNode when) => new(Alternatives(when["source"]), Alternatives(when["target"]), when.Place);

    private static ImmutableArray<ImmutableArray<PropertyTestDraft>> Alternatives(SourceNode? side) => side switch
    {
        ListNode list => [.. list.Items.OfType<MappingNode>().Select(Tests)],
        MappingNode only => [Tests(only)],
        _ => [],
    };

    private static ImmutableArray<PropertyTestDraft> Tests(MappingNode tests) => [.. tests.Entries.Select(Test)];

    private static PropertyTestDraft Test(MappingEntry entry)
    {
        var path = NodeReading.Path(entry.Key);
        return entry.Value switch
        {
            MappingNode word when word["empty"] is not null => new(path, [string.Empty], !word.IsTrue("empty")),
            MappingNode word => new(path, Values(word["not"]), true),
            var values => new(path, Values(values), false),
        };
    }

    private static ImmutableArray<string> Values(SourceNode? values) => values switch
    {
        ListNode list => [.. list.Items.OfType<ScalarNode>().Select(Text)],
        ScalarNode only => [Text(only)],
        _ => [],
    };

    private static string Text(ScalarNode value) => value.Kind == ScalarKind.Null ? string.Empty : value.Text;
}
