using System.IO.Enumeration;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>A word that picks flows: a name, a pattern, a tag, a system or an entity.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Prefix">What kind it is: <c>tag:</c>, <c>system:</c>, <c>entity:</c>, or empty for a name or pattern.</param>
internal sealed record Selector(string Text, string Prefix)
{
    private static readonly string[] Prefixes = ["tag:", "system:", "entity:"];

    /// <summary>Reads a word. What begins with no known prefix is a name or a pattern.</summary>
    public static Selector Parse(string text) =>
        new(text, Prefixes.FirstOrDefault(prefix => text.StartsWith(prefix, StringComparison.Ordinal)) ?? string.Empty);

    /// <summary>Whether it picks a flow.</summary>
    public bool Takes(FlowOutline flow) => WordsOf(flow).Any(word => FileSystemName.MatchesSimpleExpression(Text, word, ignoreCase: false));

    /// <summary>The words by which a selector of this kind picks a flow, as they are typed.</summary>
    public IEnumerable<string> WordsOf(FlowOutline flow) => Prefix switch
    {
        "tag:" => flow.Tags.Select(tag => Prefix + tag),
        "system:" => Sides(flow).Select(side => Prefix + side.System),
        "entity:" => Sides(flow).SelectMany(side => new[] { Prefix + side.Entity, Prefix + side }),
        _ => [flow.Name],
    };

    private static OutlinedSide[] Sides(FlowOutline flow) => [flow.Source, flow.Target];
}
