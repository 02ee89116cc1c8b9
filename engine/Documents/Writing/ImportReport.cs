using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Tells a person in plain text what came of importing a document.</summary>
public static class ImportReport
{
    /// <summary>The report, with line feeds. Diagnostics are counted only: they have a form of their own.</summary>
    public static string Render(ImportResult result)
    {
        StringBuilder text = new();
        if (result.Title is null)
            Line(text, $"{result.Document}: not imported: {Count(result.Diagnostics.Length, "fault")}; nothing is written");
        else
            WriteImported(text, result);
        return text.ToString();
    }

    private static void WriteImported(StringBuilder text, ImportResult result)
    {
        Line(text, $"{result.Document}: {result.Title.AsSpan().Trim()}: {Count(result.Files.Length, "flow")}");
        Block(text, "files", [.. result.Files, .. result.Form is { } form ? [form] : Array.Empty<ImportedFile>()], f => f.Path);
        Block(text, "taken once", result.Repeated, r => $"line {r.Line}: '{r.Heading}' says the same as in line {r.FirstLine}");
        Block(text, "left to you", result.Notes, n => $"line {n.Line}: {n.Message}");
        Block(text, "kept word for word", result.Kept, k => $"line {k.Line}: {k.Message}");
        WriteAdditions(text, result.Additions);
    }

    private static void WriteAdditions(StringBuilder text, ImmutableArray<SystemAddition> additions)
    {
        if (additions.IsEmpty)
            return;
        Line(text, "  names that systems.yaml does not know; add there:");
        Line(text, "    systems:");
        foreach (SystemAddition addition in additions)
        {
            Line(text, $"      {addition.System}:");
            Line(text, $"        names: [{string.Join(", ", (addition.Known ?? []).Concat(addition.Names).Select(YamlText.Scalar))}]");
            if (addition.Known is null)
                Line(text, "        rank: 10   # the greater wins where two edits carry the same time");
        }
    }

    private static void Block<T>(StringBuilder text, string title, ImmutableArray<T> items, Func<T, string> line)
    {
        if (items.IsEmpty)
            return;
        Line(text, $"  {title}:");
        foreach (T item in items)
            Line(text, $"    {line(item)}");
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
