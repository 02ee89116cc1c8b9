using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest;
using SesamTalk.Engine.Flows;

namespace SesamTalk.TestKit.Vendors;

/// <summary>A system with a definition, read as a workspace is read: with its schema and its rules.</summary>
internal sealed record DefinedSystem(IConnectorDefinition? Definition, ImmutableArray<EntityDescription> Entities, ImmutableArray<string> Faults)
{
    public static DefinedSystem Read(string definition, string entities, params (string Name, string Value)[] settings)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["shop.connector.yaml"], definition);
        File.WriteAllText(folder["shop.entities.yaml"], entities);
        File.WriteAllText(folder["systems.yaml"], $$"""
            version: 1
            systems:
              shop:
                rank: 1
                connector: rest
                definition: shop.connector.yaml
                entities: shop.entities.yaml
                settings: { {{string.Join(", ", settings.Select(s => $"{s.Name}: \"{s.Value}\""))}} }
            """);
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(folder.Path)!, [new RestConnector()], new FlowSetOptions { ResolvesReferences = true });
        var system = reading.Workspace?.Systems.Single();
        var faults = reading.Diagnostics.Where(d => d.Place.File != "systems.yaml").Select(d => $"{d.Code} {d.Place.Line}: {d.Message}");
        return new DefinedSystem(system?.Definition, system?.Entities ?? [], [.. faults]);
    }
}
