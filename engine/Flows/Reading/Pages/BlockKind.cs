using System.Text.RegularExpressions;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Pages;

/// <summary>What kind of file a block in a page is: it says so as the file itself would, or by its name.</summary>
internal static partial class BlockKind
{
    private static readonly (string Ending, FileKind Kind)[] Endings =
    [
        (".flow-test.yaml", FileKind.FlowTest),
        (".flow.yaml", FileKind.Flow),
        (".entities.yaml", FileKind.Entities),
        (".connector.yaml", FileKind.Definition),
        (".document.yaml", FileKind.Document),
        ("systems.yaml", FileKind.Systems),
        ("flow-test.schema.json", FileKind.FlowTest),
        ("flow.schema.json", FileKind.Flow),
        ("entities.schema.json", FileKind.Entities),
        ("connector.schema.json", FileKind.Definition),
        ("document.schema.json", FileKind.Document),
        ("systems.schema.json", FileKind.Systems),
    ];

    /// <summary>The file that the first line names: a comment with its schema, or with nothing but its path.</summary>
    public static string? NamedBy(string firstLine) => Naming.Match(firstLine) is { Success: true } naming ? naming.Groups["name"].Value : null;

    /// <summary>The kind of a file of the language; <see langword="null"/> where the name is that of another file.</summary>
    public static FileKind? Of(string name)
    {
        var found = Endings.FirstOrDefault(ending => name.EndsWith(ending.Ending, StringComparison.Ordinal));
        return found.Ending is null ? null : found.Kind;
    }

    /// <summary>The kind of a whole file that does not name itself, by its keys.</summary>
    public static FileKind? Of(SourceNode? root) => root is not MappingNode mapping || mapping["version"] is null ? null
        : mapping["systems"] is not null ? FileKind.Systems
        : mapping["entities"] is not null ? FileKind.Entities
        : mapping["source"] is not null && mapping["target"] is not null ? FileKind.Flow
        : null;

    [GeneratedRegex(@"^#\s*(?:yaml-language-server:\s*\$schema=)?(?<name>\S+\.(?:ya?ml|json))$")]
    private static partial Regex Naming { get; }
}
