using SesamTalk.Connectors.Definitions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Definitions;

/// <summary>Shows the nodes of a file as connectors see them.</summary>
internal static class DefinitionNodes
{
    /// <summary>The file as a connector sees it.</summary>
    public static DefinitionMapping Of(MappingNode mapping) =>
        new(Of(mapping.Place), [.. mapping.Entries.Select(e => new DefinitionEntry(e.Key.Text, Of(e.Key.Place), Of(e.Value)))]);

    /// <summary>A place of the file as the engine sees it.</summary>
    public static Place In(string file, DefinitionPlace place) => new(file, place.Line, place.Column, place.EndLine, place.EndColumn);

    private static DefinitionNode Of(SourceNode node) => node switch
    {
        MappingNode mapping => Of(mapping),
        ListNode list => new DefinitionList(Of(list.Place), [.. list.Items.Select(Of)]),
        ScalarNode scalar => new DefinitionScalar(Of(scalar.Place), scalar.Text, Of(scalar.Kind)),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no node of a definition."),
    };

    private static DefinitionPlace Of(Place place) => new(place.Line, place.Column, place.EndLine, place.EndColumn);

    private static DefinitionScalarKind Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Integer => DefinitionScalarKind.Integer,
        ScalarKind.Number => DefinitionScalarKind.Number,
        ScalarKind.Boolean => DefinitionScalarKind.Boolean,
        ScalarKind.Null => DefinitionScalarKind.Null,
        _ => DefinitionScalarKind.Text,
    };
}
