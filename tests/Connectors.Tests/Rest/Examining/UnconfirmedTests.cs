using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Examining;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Rest.Examining;

/// <summary>What is only assumed of a service is named until somebody confirms it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnconfirmedTests
{
    [TestCase("", ExpectedResult = 1)]
    [TestCase("page_size: '50'", ExpectedResult = 0)]
    [TestCase("page_size: '100'", ExpectedResult = 0)]
    public async Task<int> A_setting_that_nobody_confirmed_is_a_warning_until_it_is_set(string settings)
    {
        var found = await LookAsync(settings);

        foreach (var warning in found)
        {
            (warning.Layer, warning.Result, warning.Message).Should().Be(
                (ExaminationLayer.Files, ExaminationResult.Warning, "'page_size' is '100', which is assumed and not confirmed: How many rows a page has."));
            warning.Cure.Should().Be("Ask somebody who knows the system, and set 'page_size' under 'settings' of shop in systems.yaml, also where '100' is right.");
        }

        return found.Count;
    }

    private static async Task<List<Examination>> LookAsync(string settings)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["shop.connector.yaml"], """
            version: 1
            settings:
              page_size: { meaning: How many rows a page has., default: 100, unconfirmed: true }
              path: { meaning: Where things are., default: things }
            base: http://127.0.0.1:9/
            entities:
              Thing: { path: "${setting:path}", read: {} }
            """);
        await File.WriteAllTextAsync(folder["shop.entities.yaml"], "version: 1\nentities:\n  Thing:\n    key: { property: id, given_by: system }\n    properties:\n      id: { type: string, access: never }\n      name: { type: string }\n");
        await File.WriteAllTextAsync(folder["systems.yaml"], $$"""
            version: 1
            systems:
              shop:
                rank: 1
                connector: rest
                definition: shop.connector.yaml
                entities: shop.entities.yaml
                settings: { {{settings}} }
            """);
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(folder.Path)!, [new RestConnector()], new FlowSetOptions { ResolvesReferences = true });
        return [.. Assumptions.Of(reading.Workspace!.Systems.Single())];
    }
}
