using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Formatting.Ordering;

namespace SesamTalk.Engine.Formatting;

/// <summary>
/// Brings files of the language into their canonical layout: keys in the order of the schema, the columns of property tables in line,
/// comments kept. What a file says never changes. Files can be formatted at the same time.
/// </summary>
/// <param name="folder">The folder from which files are named to a person.</param>
/// <param name="connectors">The connectors, whose definition files have schemas of their own.</param>
public sealed class FileFormatter(string folder, IReadOnlyList<IConnector> connectors)
{
    private static readonly ImmutableArray<(string Ending, FileKind Kind)> Endings =
    [
        (".flow-test.yaml", FileKind.FlowTest),
        (".flow.yaml", FileKind.Flow),
        (".entities.yaml", FileKind.Entities),
        (".document.yaml", FileKind.Document),
        (".connector.yaml", FileKind.Definition),
    ];

    private readonly Lazy<KeySchema?> _definitions = new(() => connectors.OfType<IDefinitionReader>().FirstOrDefault() is { } reader ? KeySchema.Of(reader.DefinitionSchema) : null);

    /// <summary>Whether a file is one of the language, by its name.</summary>
    public static bool IsOfLanguage(string path) => KindOf(path) is not null;

    /// <summary>The files of the language below a folder, in ordinal order. What is hidden is left out.</summary>
    public static IReadOnlyList<string> Below(string folder) => [.. FlowFiles.Below(folder, [], ".yaml").Where(IsOfLanguage)];

    /// <summary>The files that a workspace is made of: those below its <c>systems.yaml</c>, and those that it names elsewhere in its folder.</summary>
    /// <param name="location">The workspace.</param>
    public static IReadOnlyList<string> Of(WorkspaceLocation location)
    {
        var folder = Path.GetDirectoryName(location.SystemsFile)!;
        var named = NamedFiles.Of(location.SystemsFile).Where(path => IsOfLanguage(path) && File.Exists(path) && FlowFiles.IsUnder(path, [location.Folder]));
        return [.. Below(folder).Concat(named).Append(location.SystemsFile).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>A file in its canonical layout. Nothing is written.</summary>
    /// <param name="path">The file.</param>
    public FormattedFile Format(string path)
    {
        var faults = new List<Diagnostic>();
        var files = new SourceFiles(folder, faults);
        var kind = KindOf(path) ?? throw new ArgumentException($"{path} is not a file of the language.", nameof(path));
        var root = files.Parse(path);
        var accepted = kind == FileKind.Definition ? root as MappingNode : files.Accept(root, kind);
        var name = files.ShownName(path);
        var source = files.Texts.GetValueOrDefault(name) ?? new SourceText(name, string.Empty);
        return accepted is { Entries.IsEmpty: false } && faults.Count == 0
            ? Format(path, source, accepted, kind == FileKind.Definition ? _definitions.Value : KeySchemas.Of(kind))
            : new FormattedFile(path, source, null) { Faults = [.. faults] };
    }

    private static FormattedFile Format(string path, SourceText source, SourceNode root, KeySchema? schema)
    {
        var text = CanonicalText.Of(source.Text, schema);
        return new FormattedFile(path, source, SameMeaning.Holds(root, source.Text, text) ? text : null);
    }

    private static FileKind? KindOf(string path)
    {
        var name = Path.GetFileName(path);
        var found = Endings.FirstOrDefault(ending => name.EndsWith(ending.Ending, StringComparison.Ordinal));
        return found.Ending is not null ? found.Kind : name == "systems.yaml" ? FileKind.Systems : null;
    }
}
