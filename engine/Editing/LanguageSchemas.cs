using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Shape;

namespace SesamTalk.Engine.Editing;

/// <summary>The schemas of the language, as <c>validate</c> itself uses them.</summary>
public static class LanguageSchemas
{
    /// <summary>The file name of the schema of flows.</summary>
    public const string Flows = "flow.schema.json";

    private static readonly FileKind[] Own = [FileKind.Flow, FileKind.FlowTest, FileKind.Systems, FileKind.Entities, FileKind.Document];

    /// <summary>The schemas: those of the engine, and that of definition files where a connector has them.</summary>
    /// <param name="connectors">The connectors there are.</param>
    public static ImmutableArray<SchemaFile> Of(IEnumerable<IConnector> connectors)
    {
        var definitions = connectors.OfType<IDefinitionReader>().Take(1).Select(reader => new SchemaFile(NameOf(FileKind.Definition), reader.DefinitionSchema));
        return [.. Own.Select(kind => new SchemaFile(NameOf(kind), Schemas.TextOf(Schemas.NameOf(kind)))), .. definitions];
    }

    internal static string NameOf(FileKind kind) => $"{Schemas.NameOf(kind)}.schema.json";
}
