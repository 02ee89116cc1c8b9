using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds what the files that tell how documents are put say in vain.</summary>
internal static class DocumentFormCheck
{
    /// <summary>What no document comes to use.</summary>
    /// <param name="roots">What the files say, in their order.</param>
    /// <param name="set">The flows. Where some of them cannot be read, nobody knows which are gone.</param>
    public static IEnumerable<Diagnostic> Of(ImmutableArray<MappingNode> roots, SetView set)
    {
        Dictionary<string, Place> first = new(StringComparer.Ordinal);
        foreach (MappingNode root in roots)
        {
            Located<string> title = root.MandatoryText("document");
            if (!first.TryAdd(title.Value, title.Place))
            {
                yield return SetFaults.SameDocument(title.Place, title.Value, first[title.Value]);
                continue;
            }
            foreach (Diagnostic twice in Twice(root))
                yield return twice;
            foreach (Diagnostic unused in set.IsComplete ? Sections(root, title.Value, set) : [])
                yield return unused;
        }
    }

    private static IEnumerable<Diagnostic> Twice(MappingNode root) => FlowsOf(root)
        .GroupBy(flow => flow.Value, flow => flow.Place, StringComparer.Ordinal)
        .SelectMany(flow => flow.Skip(1).Select(place => SetFaults.SameFlow(place, flow.Key, flow.First())));

    private static IEnumerable<Located<string>> FlowsOf(MappingNode root) =>
        root.Items("sections").OfType<MappingNode>().Select(section => section.MandatoryText("flow"));

    private static IEnumerable<Diagnostic> Sections(MappingNode root, string title, SetView set)
    {
        NameResolution names = DocumentTitles.Names(set);
        foreach (Located<string> section in FlowsOf(root).DistinctBy(flow => flow.Value, StringComparer.Ordinal))
        {
            if (set.Flows.FirstOrDefault(flow => flow.Draft.Name == section.Value) is not { } flow)
                yield return SetFaults.NoFlowOfSection(section.Place, section.Value, set.Flows.Select(other => other.Draft.Name));
            else if (DocumentTitles.Of(flow.Draft, names) is var other && other != title)
                yield return SetFaults.FlowOfOtherDocument(section.Place, section.Value, other, flow.Draft.Place);
        }
    }
}
