using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>The reference page of a kind of file, made from its schema.</summary>
internal static partial class SchemaPage
{
    private const int MostPlaces = 4;
    private const int LongestCell = 70;

    /// <summary>The page.</summary>
    /// <param name="name">The schema's file name without <c>.schema.json</c>.</param>
    /// <param name="file">How files of this kind are called.</param>
    /// <param name="json">The schema.</param>
    public static string Text(string name, string file, string json)
    {
        var root = SchemaNode.Read(json);
        var sections = new SchemaSections(root);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {root.Title}: `{file}`\n\n{Sentence(root.Description)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"This page is made from `schemas/{name}.schema.json`. An editor completes these keys where the first line of a file names the schema, as in\n`# yaml-language-server: $schema=../schemas/{name}.schema.json`.\n\n");
        page.Append("A key in **bold** must be given. A *value* is a text, a number, or true or false. Examples are written as in a file.\n");
        foreach (var section in sections.All)
        {
            Append(page, section, sections);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, SchemaSection section, SchemaSections sections)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {section.Heading}\n\n");
        if (section.Places[0].Length > 0)
        {
            Introduce(page, section, sections);
        }

        page.Append("| key | type | allowed | default | meaning | example |\n|---|---|---|---|---|---|\n");
        foreach (var (key, node) in section.Node.Keys)
        {
            Row(page, section.Node.IsRequired(key) ? $"**`{key}`**" : $"`{key}`", node, sections);
        }

        if (section.Node.AnyName is { } other)
        {
            Row(page, "any other name", other, sections);
        }
    }

    private static void Introduce(StringBuilder page, SchemaSection section, SchemaSections sections)
    {
        var places = string.Join(", ", section.Places.Take(MostPlaces).Select(place => $"`{place}`"));
        string?[] sentences =
        [
            Sentence(section.Around?.Description ?? section.Node.Description),
            $"Stands under {places}{(section.Places.Count > MostPlaces ? " and elsewhere" : string.Empty)}.",
            section.Around is null ? null : $"Other forms: {SchemaWords.Instead(section, sections)}.",
        ];
        page.AppendJoin(' ', sentences.Where(sentence => !string.IsNullOrEmpty(sentence))).Append("\n\n");
    }

    private static void Row(StringBuilder page, string key, SchemaNode node, SchemaSections sections)
    {
        string[] cells =
        [
            key,
            SchemaWords.Type(node, sections),
            SchemaWords.Allowed(node),
            node.HasDefault ? Code(node.Default) : Standing.Match(node.Description) is { Success: true } said ? $"`{said.Groups["word"].Value}`" : string.Empty,
            node.Description.Replace("<", "\\<", StringComparison.Ordinal),
            Examples(node),
        ];
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }

    // The first, and others as long as the cell stays short.
    private static string Examples(SchemaNode node)
    {
        var cell = string.Empty;
        foreach (var example in node.Examples.Select(Code))
        {
            cell = cell.Length == 0 ? example : cell.Length + example.Length < LongestCell ? $"{cell}, {example}" : cell;
        }

        return cell;
    }

    private static string Code(JsonNode? value) => $"`{FlowYaml.Of(value)}`";

    private static string Sentence(string words) => words.Length == 0 ? string.Empty : $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}.";

    // Where the description alone tells what holds.
    [GeneratedRegex(@"\b(?<word>[a-z_0-9]+) \(the default\)|\b(?<word>[0-9]+[a-z]*) where not said")]
    private static partial Regex Standing { get; }
}
