using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;

namespace SesamTalk.Engine.Editing;

/// <summary>
/// The schemas of the language with the names of a workspace filled in, so that an editor completes its systems, entities and properties.
/// What they refuse beyond the plain ones, <c>validate</c> refuses too; it knows more, and has the last word.
/// </summary>
public static class WorkspaceSchemas
{
    /// <summary>The schemas; <see langword="null"/> where <c>systems.yaml</c> cannot be understood.</summary>
    /// <param name="reading">The workspace. Flows with errors do not matter.</param>
    /// <param name="connectors">The connectors there are.</param>
    public static ImmutableArray<SchemaFile>? Of(FlowSetReading reading, IEnumerable<IConnector> connectors)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.View is { } view
            ? [.. LanguageSchemas.Of(connectors).Select(file =>
                file.Name == LanguageSchemas.Flows ? file with { Text = FlowSchema.Of(file.Text, view.Systems) }
                : file.Name == LanguageSchemas.NameOf(FileKind.FlowTest) ? file with { Text = WithFlows(file.Text, reading.Flows) }
                : file)]
            : null;
    }

    private static string WithFlows(string text, ImmutableArray<FlowOutline> flows)
    {
        var root = JsonNode.Parse(text)!;
        if (!flows.IsEmpty)
        {
            root["properties"]!["flow"]!["enum"] = SchemaParts.Texts(flows.Select(flow => flow.Name));
        }

        return SchemaParts.Text(root);
    }
}
