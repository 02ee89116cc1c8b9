using SesamTalk.Engine.Formatting.Layouts;
using SesamTalk.Engine.Formatting.Ordering;
using SesamTalk.Engine.Formatting.Printing;

namespace SesamTalk.Engine.Formatting;

/// <summary>
/// The one layout of files of the language. It is said of texts that are right as YAML; whoever did not make the text himself holds what
/// comes out against it (<see cref="SameMeaning"/>).
/// </summary>
internal static class CanonicalText
{
    /// <summary>A text in canonical layout.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">The order of its keys; <see langword="null"/> leaves them in the order in which they stand.</param>
    public static string Of(string text, KeySchema? schema) => Of(LayoutReader.Read(WithLineFeeds(text)), schema);

    /// <summary>The text of a file.</summary>
    /// <param name="root">What it is to say; the comments at its top stand before the first key.</param>
    /// <param name="schema">The order of its keys; <see langword="null"/> leaves them in the order in which they stand.</param>
    public static string Of(LayoutCollection root, KeySchema? schema)
    {
        var first = root.Entries[0];
        var headless = root with { Entries = root.Entries.SetItem(0, first with { Before = [], IsApart = false }) };
        var ordered = (LayoutCollection)KeyOrder.Of(headless, schema);
        return LayoutPrinter.Print(LineForms.Of(ordered, 0), first.Before, first.IsApart);
    }

    /// <summary>A text with line feeds only.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
