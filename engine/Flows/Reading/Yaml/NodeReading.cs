using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>Reads values out of nodes whose shape was accepted: what the schema promises is not asked again.</summary>
internal static class NodeReading
{
    /// <summary>The text under a key, with its place.</summary>
    public static Located<string>? Text(this MappingNode node, string key) =>
        node[key] is ScalarNode scalar ? new Located<string>(scalar.Text, scalar.Place) : null;

    /// <summary>The text under a key that must be there.</summary>
    public static Located<string> MandatoryText(this MappingNode node, string key) =>
        node.Text(key) ?? throw new InvalidOperationException($"The schema promised '{key}'.");

    /// <summary>The path under a key that must be there.</summary>
    public static Located<string> MandatoryPath(this MappingNode node, string key) => new(SelectingPath.Spelt(node.MandatoryText(key).Value), node.MandatoryText(key).Place);

    /// <summary>The mapping under a key.</summary>
    public static MappingNode? Mapping(this MappingNode node, string key) => node[key] as MappingNode;

    /// <summary>The items of the list under a key; none where there is no such list.</summary>
    public static ImmutableArray<SourceNode> Items(this MappingNode node, string key) =>
        node[key] is ListNode list ? list.Items : [];

    /// <summary>The texts in the list under a key.</summary>
    public static ImmutableArray<Located<string>> Texts(this MappingNode node, string key) =>
        [.. node.Items(key).OfType<ScalarNode>().Select(Located)];

    /// <summary>The entries of the mapping under a key whose values are mappings.</summary>
    public static IEnumerable<(Located<string> Key, MappingNode Value)> Mappings(this MappingNode node, string key) =>
        (node.Mapping(key)?.Entries ?? []).Where(e => e.Value is MappingNode).Select(e => (Located(e.Key), (MappingNode)e.Value));

    /// <summary>The truth value under a key; false where there is none.</summary>
    public static bool IsTrue(this MappingNode node, string key) => node[key] is ScalarNode { Kind: ScalarKind.Boolean, Truth: true };

    /// <summary>The number under a key.</summary>
    public static int? Number(this MappingNode node, string key) =>
        node[key] is ScalarNode { Kind: ScalarKind.Integer } scalar ? (int)Math.Clamp(scalar.Integer, int.MinValue, int.MaxValue) : null;

    /// <summary>The place of a key that is there.</summary>
    public static Place KeyPlace(this MappingNode node, string key) => node.Entries.First(entry => entry.Key.Text == key).Key.Place;

    /// <summary>A scalar's text with its place.</summary>
    public static Located<string> Located(ScalarNode scalar) => new(scalar.Text, scalar.Place);

    /// <summary>A scalar's text as a path, with its place.</summary>
    public static Located<string> Path(ScalarNode scalar) => new(SelectingPath.Spelt(scalar.Text), scalar.Place);

    /// <summary>A node as one line of text.</summary>
    public static string OnOneLine(SourceNode node) => node switch
    {
        MappingNode mapping => $"{{ {string.Join(", ", mapping.Entries.Select(e => $"{e.Key.Text}: {OnOneLine(e.Value)}"))} }}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(OnOneLine))}]",
        _ => ((ScalarNode)node).Text.ReplaceLineEndings(" "),
    };
}
