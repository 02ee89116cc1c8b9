using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Editors;

/// <summary>Schemas that were written.</summary>
/// <param name="Folder">Where they are, as a person sees it.</param>
/// <param name="Files">Their file names.</param>
/// <param name="Names">What was filled in; nothing for the plain schemas.</param>
internal sealed record ExportedSchemas(string Folder, ImmutableArray<string> Files, FilledNames? Names) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"{Count.Of(Files.Length, "schema")} written to {Folder}:");
        foreach (var file in Files)
        {
            page.Line($"  {file}");
        }

        page.Line(Names is { } names
            ? $"They know {Count.Of(names.Systems, "system")}, {Count.Of(names.Entities, "entity", "entities")} and {Count.Of(names.Properties, "property", "properties")}. Export them again when these change."
            : "With --workspace they know the names of a workspace too.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("folder", Folder);
        json.WriteTexts("files", Files);
        if (Names is { } names)
        {
            json.WriteNumber("systems", names.Systems);
            json.WriteNumber("entities", names.Entities);
            json.WriteNumber("properties", names.Properties);
        }
    }
}

/// <summary>How many names of a workspace were filled in.</summary>
/// <param name="Systems">The systems.</param>
/// <param name="Entities">Their entities.</param>
/// <param name="Properties">The properties of these.</param>
internal sealed record FilledNames(int Systems, int Entities, int Properties)
{
    /// <summary>The names of a workspace.</summary>
    public static FilledNames Of(Workspace workspace)
    {
        var entities = workspace.Systems.SelectMany(system => system.Entities).ToList();
        return new FilledNames(workspace.Systems.Length, entities.Count, entities.Sum(entity => entity.Properties.Length));
    }
}
