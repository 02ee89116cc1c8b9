using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting;

/// <summary>Whether two texts say the same: the same values under the same keys, and the same comments.</summary>
internal static class SameMeaning
{
    /// <summary>Whether a text says what another one does.</summary>
    /// <param name="root">What the other one says.</param>
    /// <param name="before">The other one.</param>
    /// <param name="after">The text.</param>
    public static bool Holds(SourceNode root, string before, string after)
    {
        var faults = new List<Diagnostic>();
        return YamlReader.Read(new SourceText(root.Place.File, after), faults) is { } read && Same(root, read) && Comments(before).SequenceEqual(Comments(after));
    }

    /// <summary>Whether two nodes say the same, but for the order of keys.</summary>
    public static bool Same(SourceNode one, SourceNode other) => (one, other) switch
    {
        (MappingNode a, MappingNode b) => a.Entries.Length == b.Entries.Length && a.Entries.All(entry => b[entry.Key.Text] is { } value && Same(entry.Value, value)),
        (ListNode a, ListNode b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (ScalarNode a, ScalarNode b) => a.Kind == b.Kind && (a.Kind == ScalarKind.Null || a.Text == b.Text),
        _ => false,
    };

    private static IEnumerable<string> Comments(string text) => LayoutReader.CommentsOf(CanonicalText.WithLineFeeds(text)).Select(comment => comment.Text).Order(StringComparer.Ordinal);
}
