using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Printing;

/// <summary>Writes nodes on one line.</summary>
internal static class LineText
{
    // Signs that mean something in brackets.
    private const string Signs = ",[]{}";

    /// <summary>A node on one line, in braces or brackets.</summary>
    public static string Of(LayoutNode node) => node switch
    {
        LayoutCollection { Entries.IsEmpty: true } empty => empty.IsMapping ? "{}" : "[]",
        LayoutCollection { IsMapping: true } mapping => $"{{ {string.Join(", ", mapping.Entries.Select(Of))} }}",
        LayoutCollection list => $"[{string.Join(", ", list.Entries.Select(Of))}]",
        _ => Value((LayoutScalar)node),
    };

    /// <summary>An entry on one line, within braces or brackets.</summary>
    public static string Of(LayoutEntry entry) => entry.Key is { } key ? $"{Key(key)}: {Of(entry.Value)}" : Of(entry.Value);

    /// <summary>A key: one that was written on several lines, in quotes on one.</summary>
    public static string Key(LayoutScalar key) => key.HasLines || MeansMore(key) ? YamlText.Scalar(key.Text) : key.Written;

    private static string Value(LayoutScalar scalar) =>
        scalar.Written.Length == 0 ? "null" : MeansMore(scalar) ? YamlText.Scalar(scalar.Text) : scalar.Written;

    private static bool MeansMore(LayoutScalar scalar) =>
        scalar.Style == LayoutStyle.Plain && (scalar.Written.AsSpan().ContainsAny(Signs) || scalar.Written is ['?' or ':' or '-', ..] and not ['-', >= '0' and <= '9', ..]);
}
