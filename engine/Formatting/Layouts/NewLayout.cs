using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>
/// Layouts of what stands in no text yet: what the engine writes itself comes into canonical layout without being written, and read, before.
/// Where their parts begin and end is not told.
/// </summary>
internal static class NewLayout
{
    /// <summary>A text.</summary>
    public static LayoutScalar Text(string text) => Scalar(text, YamlText.Scalar(text));

    /// <summary>A number or a truth value.</summary>
    /// <param name="written">How it is written.</param>
    public static LayoutScalar Typed(string written) => Scalar(written, written);

    /// <summary>A mapping in lines of its own.</summary>
    public static LayoutCollection Block(IEnumerable<LayoutEntry> entries) => new(0, 0, 0, [.. entries]) { IsMapping = true };

    /// <summary>A mapping in braces.</summary>
    public static LayoutCollection Braces(params IEnumerable<LayoutEntry> entries) => Block(entries) with { IsInBrackets = true };

    /// <summary>A list in lines of its own; one without items in brackets.</summary>
    public static LayoutCollection List(IEnumerable<LayoutEntry> items) => new(0, 0, 0, [.. items]);

    /// <summary>A list in brackets.</summary>
    public static LayoutCollection Brackets(IEnumerable<LayoutNode> values) => List(values.Select(Item)) with { IsInBrackets = true };

    /// <summary>A list of texts in brackets.</summary>
    public static LayoutCollection Brackets(params IEnumerable<string> texts) => Brackets(texts.Select(LayoutNode (text) => Text(text)));

    /// <summary>An item of a list.</summary>
    public static LayoutEntry Item(LayoutNode value) => new(0, null, value);

    /// <summary>A key and its value.</summary>
    public static LayoutEntry Entry(string key, LayoutNode value) => new(0, Text(key), value);

    /// <summary>A key and a text.</summary>
    public static LayoutEntry Entry(string key, string text) => Entry(key, Text(text));

    /// <summary>A comment.</summary>
    /// <param name="text">What it says, on one line; tabs in it become blanks.</param>
    public static Comment Comment(string text) => new(YamlText.Comment(text), 0, 0, 0);

    /// <summary>An entry with a comment behind it.</summary>
    public static LayoutEntry Behind(this LayoutEntry entry, string? comment) =>
        comment is null ? entry : entry with { Behind = Comment(comment) with { IsBehind = true } };

    private static LayoutScalar Scalar(string text, string written) =>
        new(0, 0, text, written, written[0] is '"' or '\'' ? LayoutStyle.Quoted : LayoutStyle.Plain);
}
