using System.Collections.Concurrent;
using NJsonSchema;
using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>The JSON Schemas of the language, each read once, when first needed.</summary>
internal static class Schemas
{
    private static readonly Lazy<JsonSchema> Flow = new(() => Load("flow"));
    private static readonly Lazy<JsonSchema> Systems = new(() => Load("systems"));
    private static readonly Lazy<JsonSchema> Entities = new(() => Load("entities"));
    private static readonly Lazy<JsonSchema> Document = new(() => Load("document"));
    private static readonly Lazy<JsonSchema> FlowTest = new(() => Load("flow-test"));
    private static readonly ConcurrentDictionary<string, JsonSchema> Definitions = new(StringComparer.Ordinal);

    /// <summary>The schema of a kind of file.</summary>
    public static JsonSchema Of(FileKind kind) => kind switch
    {
        FileKind.Flow => Flow.Value,
        FileKind.Systems => Systems.Value,
        FileKind.Entities => Entities.Value,
        FileKind.Document => Document.Value,
        FileKind.FlowTest => FlowTest.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Its schema belongs to a connector."),
    };

    /// <summary>The schema of the definition files of a connector.</summary>
    public static JsonSchema Of(IDefinitionReader reader) => Definitions.GetOrAdd(reader.DefinitionSchema, Parse);

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

    /// <summary>Begins to read the schemas on another thread: it takes longer than reading the files of the author.</summary>
    // What goes wrong there is thrown again where the schema is needed.
    public static void Prepare() => _ = Task.Run(static () =>
    {
        foreach (var kind in new[] { FileKind.Flow, FileKind.Systems, FileKind.Entities, FileKind.FlowTest })
        {
            Of(kind);
        }
    });

    private static JsonSchema Load(string name) => Parse(TextOf(name));

    private static JsonSchema Parse(string text) => JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
}
