using System.Text.Json.Nodes;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>The chapters of a schema: a mapping comes behind the one that it stands in, and only once wherever it stands.</summary>
internal sealed class SchemaSections
{
    private readonly List<SchemaSection> _sections = [];
    private readonly Dictionary<JsonObject, SchemaSection> _known = [];

    public SchemaSections(SchemaNode root)
    {
        Add(root, string.Empty, "Keys of the file");
    }

    public IReadOnlyList<SchemaSection> All => _sections;

    /// <summary>The chapter of a mapping; <see langword="null"/> where it has no keys of its own.</summary>
    public SchemaSection? Of(SchemaNode node) => _known.GetValueOrDefault(node.Identity);

    private void Look(SchemaNode node, string place, string name, SchemaNode? around = null)
    {
        if (node.Keys.Count > 0)
        {
            Add(node, place, name, around);
        }

        foreach (var alternative in node.Alternatives)
        {
            Look(alternative, place, alternative.Title ?? name, node);
        }

        if (node.Items is { } items)
        {
            Look(items, place + "[]", items.Title ?? name);
        }

        if (node.AnyName is { } values)
        {
            Look(values, Join(place, "NAME"), values.Title ?? name);
        }
    }

    private void Add(SchemaNode node, string place, string name, SchemaNode? around = null)
    {
        if (_known.TryGetValue(node.Identity, out var known))
        {
            known.Places.Add(place);
            return;
        }

        var section = new SchemaSection(Heading(name, place), node, around, [place]);
        _known.Add(node.Identity, section);
        _known.TryAdd((around ?? node).Identity, section);
        _sections.Add(section);
        foreach (var (key, child) in node.Keys)
        {
            Look(child, Join(place, key), child.Title ?? key);
        }
    }

    private string Heading(string name, string place) =>
        _sections.Any(section => section.Heading == name) ? $"{name} under {place}" : name;

    private static string Join(string place, string key) => place.Length == 0 ? key : $"{place}.{key}";
}
