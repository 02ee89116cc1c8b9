using System.Collections.Concurrent;
using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>The JSON Schemas of the language, each read once, when first needed.</summary>
internal static class Schemas
{
    private static readonly Schema Flow = new(() => TextOf("flow"));
    private static readonly Schema Systems = new(() => TextOf("systems"));
    private static readonly Schema Entities = new(() => TextOf("entities"));
    private static readonly Schema Document = new(() => TextOf("document"));
    private static readonly Schema FlowTest = new(() => TextOf("flow-test"));
    private static readonly ConcurrentDictionary<string, Schema> Definitions = new(StringComparer.Ordinal);

    /// <summary>The schema of a kind of file.</summary>
    public static Schema Of(FileKind kind) => kind switch
    {
        FileKind.Flow => Flow,
        FileKind.Systems => Systems,
        FileKind.Entities => Entities,
        FileKind.Document => Document,
        FileKind.FlowTest => FlowTest,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Its schema belongs to a connector."),
    };

    /// <summary>The schema of the definition files of a connector.</summary>
    public static Schema Of(IDefinitionReader reader) => Definitions.GetOrAdd(reader.DefinitionSchema, text => new Schema(() => text));

    /// <summary>The name of the schema of a kind of file, without <c>.schema.json</c>.</summary>
    public static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Flow => "flow",
        FileKind.Systems => "systems",
        FileKind.Entities => "entities",
        FileKind.Document => "document",
        FileKind.FlowTest => "flow-test",
        _ => "connector",
    };

    /// <summary>The text of a schema.</summary>
    /// <param name="name">Its file name without <c>.schema.json</c>.</param>
    public static string TextOf(string name)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new InvalidOperationException($"The schema '{name}' is not built into the engine.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Begins to read the schemas on another thread, while the files of the author are read.</summary>
    // What goes wrong there is thrown again where the schema is needed.
    public static void Prepare() => _ = Task.Run(static () =>
    {
        foreach (var kind in new[] { FileKind.Flow, FileKind.Systems, FileKind.Entities })
        {
            _ = Of(kind).Plain;
        }
    });
}
