using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>
/// What the language has but this version of the engine does not run. It is found while reading and reported, so that nothing an
/// author wrote is passed over in silence.
/// </summary>
internal static class ReservedWords
{
    private static readonly string[] OfRows = ["each", "properties"];

    /// <summary>The reserved parts of a row.</summary>
    public static IEnumerable<Located<string>> InRow(MappingNode row) => row.Entries
        .Where(e => OfRows.Contains(e.Key.Text) && e.Value is not ScalarNode { Kind: ScalarKind.Boolean, Truth: false })
        .Where(e => e.Key.Text != "properties" || row["each"] is null)
        .Select(e => new Located<string>($"'{e.Key.Text}' of a row", e.Key.Place));
}
