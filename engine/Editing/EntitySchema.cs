using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Editing;

/// <summary>What a flow may say of the properties of an entity, on one side.</summary>
/// <param name="entity">The entity.</param>
/// <param name="side">The side, as a flow names it.</param>
/// <param name="name">The name of the definition of its properties.</param>
/// <param name="system">The name of the definition of the entities of its system.</param>
internal sealed class EntitySchema(EntityDescription entity, string side, string name, string system)
{
    /// <summary>The name of the definition of its properties.</summary>
    public string Name => name;

    /// <summary>The paths of an entity, those into its lists among them. A path that selects an element is accepted for any list.</summary>
    public static JsonObject Properties(string system, EntityDescription entity)
    {
        var lists = entity.Properties.Where(property => property.Elements is not null).ToList();
        var paths = new JsonObject
        {
            ["enum"] = SchemaParts.Texts(entity.Properties.Select(property => property.Path).Concat(lists.SelectMany(ElementPaths)).Distinct(StringComparer.Ordinal)),
        };
        var schema = lists.Count == 0 ? paths : new JsonObject
        {
            ["anyOf"] = new JsonArray(paths, new JsonObject { ["pattern"] = $"^({string.Join('|', lists.Select(list => Regex.Escape(list.Path)))})\\[" }),
        };
        schema["title"] = "Property";
        schema["description"] = $"a property of {entity.Name} of {system}";
        return schema;
    }

    /// <summary>What holds for a flow that has the entity on this side.</summary>
    public JsonObject Flow() => SchemaParts.Keys(
        ("match", new JsonObject { ["items"] = Rule() }),
        ("create", Create()),
        ("delete", SchemaParts.Keys(("archive", SchemaParts.Keys((side, Names()))))),
        ("properties", new JsonObject { ["items"] = Row() }));

    // Who refers is an entity of the source's system.
    private JsonObject Create() => side == "source"
        ? SchemaParts.Keys(("when", Condition()), ("on_reference", new JsonObject { ["items"] = SchemaParts.Reference($"entities-{system}") }))
        : SchemaParts.Keys(("when", Condition()));

    private static IEnumerable<string> ElementPaths(PropertyDescription list) => list.Elements!.Properties.Select(element => $"{list.Path}.{element.Path}");

    private JsonObject Property() => SchemaParts.Reference($"properties-{name}");

    private JsonObject Names() => new() { ["propertyNames"] = Property() };

    private JsonObject Condition()
    {
        var names = Names();
        names["items"] = Names();
        return SchemaParts.Keys((side, names));
    }

    // A rule names properties of the source by its keys, and those of the target by its values.
    private JsonObject Rule()
    {
        if (side == "source")
        {
            var rule = SchemaParts.Keys(("pairs", Names()));
            rule["propertyNames"] = new JsonObject { ["anyOf"] = new JsonArray(Property(), new JsonObject { ["enum"] = SchemaParts.Texts(["pairs", "except"]) }) };
            return rule;
        }

        var pairs = SchemaParts.Keys(("pairs", new JsonObject { ["additionalProperties"] = Property() }), ("except", new JsonObject()));
        pairs["additionalProperties"] = Property();
        return pairs;
    }

    private JsonObject Row()
    {
        var row = SchemaParts.Keys(
            (side, Property()),
            ("of", SchemaParts.Keys((side, SchemaParts.Reference($"entities-{system}")))),
            ("when", Condition()));
        row["allOf"] = new JsonArray([.. entity.Properties.Where(property => property.Elements is not null).Select(list => SchemaParts.Where(Elements(list.Elements!), (side, list.Path)))]);
        if (row["allOf"]!.AsArray().Count == 0)
        {
            row.Remove("allOf");
        }

        return row;
    }

    private JsonObject Elements(ElementsDescription elements)
    {
        JsonObject Property() => new() { ["enum"] = SchemaParts.Texts(elements.Properties.Select(property => property.Path)) };
        var key = side == "source" ? new JsonObject { ["propertyNames"] = Property() } : new JsonObject { ["additionalProperties"] = Property() };
        return SchemaParts.Keys(
            ("each", SchemaParts.Keys(("key", key))),
            ("properties", new JsonObject { ["items"] = SchemaParts.Keys((side, Property())) }));
    }
}
