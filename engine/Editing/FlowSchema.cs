using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Editing;

/// <summary>The schema of flows with the systems, entities and properties of a workspace.</summary>
internal sealed class FlowSchema
{
    private readonly JsonObject _root;
    private readonly JsonObject _definitions;
    private readonly JsonArray _conditions = [];

    private FlowSchema(string text)
    {
        _root = JsonNode.Parse(text)!.AsObject();
        _definitions = _root["definitions"]!.AsObject();
    }

    /// <summary>The schema.</summary>
    /// <param name="text">The plain one.</param>
    /// <param name="systems">The systems.</param>
    public static string Of(string text, ImmutableArray<SystemView> systems)
    {
        var schema = new FlowSchema(text);
        schema.AddSides(systems);
        foreach (var (system, i) in systems.Where(HasEntities).Select((system, i) => (system, i)))
        {
            schema.AddSystem(system, i.ToString(CultureInfo.InvariantCulture));
        }

        schema._root["allOf"] = schema._conditions;
        return SchemaParts.Text(schema._root);
    }

    private static bool HasEntities(SystemView system) => system.KnowsEntities && !system.Entities.IsEmpty;

    private void AddSides(ImmutableArray<SystemView> systems)
    {
        var side = _definitions["side"]!;
        side["properties"]!["system"]!["enum"] = SchemaParts.Texts(systems.Select(system => system.Name));
        side["allOf"] = new JsonArray([.. systems.Where(HasEntities).Select((system, i) =>
            SchemaParts.Where(SchemaParts.Keys(("entity", SchemaParts.Reference($"entities-{i}"))), ("system", system.Name)))]);
    }

    private void AddSystem(SystemView system, string number)
    {
        _definitions[$"entities-{number}"] = new JsonObject
        {
            ["title"] = "Entity",
            ["description"] = $"an entity of {system.Name}",
            ["enum"] = SchemaParts.Texts(system.EntityNames),
        };
        foreach (var (entity, i) in system.Entities.Select((entity, i) => (entity, i)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{number}-{i}");
            _definitions[$"properties-{name}"] = EntitySchema.Properties(system.Name, entity);
            Add("source", system, entity, new EntitySchema(entity, "source", name, number));
            Add("target", system, entity, new EntitySchema(entity, "target", name, number));
        }
    }

    private void Add(string side, SystemView system, EntityDescription entity, EntitySchema schema)
    {
        _definitions[$"{side}-{schema.Name}"] = schema.Flow();
        var condition = SchemaParts.Keys((side, SchemaParts.Says(("system", system.Name), ("entity", entity.Name))));
        condition["required"] = SchemaParts.Texts([side]);
        _conditions.Add(new JsonObject { ["if"] = condition, ["then"] = SchemaParts.Reference($"{side}-{schema.Name}") });
    }
}
