using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>Makes drafts of the entities in an <c>*.entities.yaml</c> whose shape was accepted.</summary>
internal static class EntityDraftReader
{
    /// <summary>The drafts, in the order of the file.</summary>
    public static ImmutableArray<EntityDraft> Read(MappingNode root) =>
        [.. root.Mappings("entities").Select(e => Entity(e.Key, e.Value))];

    private static EntityDraft Entity(Located<string> name, MappingNode entity)
    {
        var properties = entity.Mappings("properties").Select(p => Property(p.Key, p.Value)).ToImmutableArray();
        return new EntityDraft(name, Description(name.Value, entity, properties))
        {
            Key = entity.Mapping("key")!.MandatoryText("property"),
            NaturalKeyProperties = [.. NaturalKeys(entity).SelectMany(k => k)],
            ExternalReference = entity.Text("external_reference"),
            Modified = entity.Text("modified"),
            Table = entity["table"]?.Place,
            Query = entity["query"]?.Place,
            Can = entity["can"]?.Place,
            Properties = properties,
        };
    }

    private static EntityDescription Description(string name, MappingNode entity, ImmutableArray<PropertyDraft> properties)
    {
        var can = entity["can"] is null && entity["query"] is null ? ["create", "update", "delete"] : entity.Texts("can").Select(c => c.Value).ToArray();
        return new EntityDescription(name, Key(entity.Mapping("key")!), [.. properties.Select(p => p.Description)])
        {
            CanCreate = can.Contains("create"),
            CanUpdate = can.Contains("update"),
            CanDelete = can.Contains("delete"),
            NaturalKeys = [.. NaturalKeys(entity).Select(k => k.Select(p => p.Value).ToImmutableArray())],
            ExternalReference = entity.Text("external_reference")?.Value,
            Modified = entity.Text("modified")?.Value,
            Table = entity.Text("table")?.Value,
            Query = entity.Text("query")?.Value,
            Note = entity.Text("note")?.Value,
        };
    }

    private static KeyDescription Key(MappingNode key) =>
        new(key.MandatoryText("property").Value, key.MandatoryText("given_by").Value == "client" ? KeyGiver.Client : KeyGiver.System);

    private static IEnumerable<ImmutableArray<Located<string>>> NaturalKeys(MappingNode entity) => entity.Items("natural_keys")
        .OfType<ListNode>()
        .Select(k => k.Items.OfType<ScalarNode>().Select(NodeReading.Located).ToImmutableArray());

    private static PropertyDraft Property(Located<string> path, MappingNode property)
    {
        var elements = property.Mapping("elements") is { } written ? Elements(written) : null;
        var description = new PropertyDescription(path.Value, Words.Type(property.MandatoryText("type").Value))
        {
            MaxLength = property.Number("max_length"),
            Mandatory = property.IsTrue("mandatory"),
            Access = Words.Access(property.Text("access")?.Value),
            References = property.Text("references")?.Value,
            Format = property.Text("format")?.Value,
            PrecisionTicks = Words.Precision(property.Text("precision")?.Value),
            Column = property.Text("column")?.Value,
            Deprecated = property.Text("deprecated")?.Value,
            Note = property.Text("note")?.Value,
            Elements = elements is null ? null : Describe(elements, property.Mapping("elements")!),
        };
        return new PropertyDraft(path, description)
        {
            References = property.Text("references"),
            MaxLength = property["max_length"]?.Place,
            Format = property["format"]?.Place,
            Precision = property["precision"]?.Place,
            Elements = elements,
        };
    }

    private static ElementPropertiesDraft Elements(MappingNode elements) => new(
        elements.Place, elements.Text("key"), elements.Text("order_by"), [.. elements.Mappings("properties").Select(p => Property(p.Key, p.Value))]);

    private static ElementsDescription Describe(ElementPropertiesDraft draft, MappingNode elements) =>
        new(draft.Key?.Value, [.. draft.Properties.Select(p => p.Description)])
        {
            Table = elements.Text("table")?.Value,
            Parent = elements.Text("parent")?.Value,
            OrderBy = draft.OrderBy?.Value,
        };
}
