using System.Text.Json.Nodes;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>What a schema demands of a value, in words.</summary>
internal static class SchemaWords
{
    private const string TrueOrFalse = "true or false";

    private static readonly string[] Value = ["string", "number", "boolean"];

    /// <summary>What kind of value it is.</summary>
    public static string Type(SchemaNode node, SchemaSections sections) =>
        string.Join(" or ", (node.Alternatives is { Count: > 0 } alternatives ? alternatives.Select(it => Type(it, sections)) : Types(node, sections)).Distinct());

    /// <summary>The forms that stand for a mapping with a chapter of its own.</summary>
    public static string Instead(SchemaSection section, SchemaSections sections) =>
        string.Join(", ", section.Around!.Alternatives.Where(it => it.Identity != section.Node.Identity).Select(it => Type(it, sections)).Distinct());

    /// <summary>Which of these values are allowed.</summary>
    public static string Allowed(SchemaNode node)
    {
        var words = string.Join(", ", Demands(node).Concat(node.Alternatives.Where(it => it.Keys.Count == 0).SelectMany(Demands)).Distinct());
        var each = string.Join(", ", new[] { node.Items, node.AnyName }.OfType<SchemaNode>().Where(it => it.Keys.Count == 0).SelectMany(Demands).Distinct());
        return string.Join("; ", new[] { words, each.Length > 0 ? $"each {each}" : string.Empty }.Where(part => part.Length > 0));
    }

    // What stands within a list or under names: a chapter tells of all its forms.
    private static string Inner(SchemaNode node, SchemaSections sections)
    {
        var type = sections.Of(node) is { } section ? LinkTo(section)
            : string.Join(" or ", node.Types.Count > 1 ? Types(node, sections).Select(Outer) : [Type(node, sections)]);
        return type.Contains(" or ", StringComparison.Ordinal) && type != TrueOrFalse ? $"({type})" : type;
    }

    // Of a list within a list of several kinds, the description tells what it holds.
    private static string Outer(string type) => type.StartsWith("list of", StringComparison.Ordinal) ? "list" : type;

    private static IEnumerable<string> Types(SchemaNode node, SchemaSections sections)
    {
        var isValue = Value.All(node.Types.Contains);
        if (isValue)
        {
            yield return "value";
        }

        foreach (var type in node.Types.Where(type => !isValue || !Value.Contains(type)))
        {
            yield return type switch
            {
                "object" => Mapping(node, sections),
                "array" => node.Items is { } items ? $"list of {Inner(items, sections)}" : "list",
                "string" => "text",
                "integer" => "whole number",
                "boolean" => TrueOrFalse,
                "null" => "nothing",
                _ => type,
            };
        }
    }

    private static string Mapping(SchemaNode node, SchemaSections sections) =>
        sections.Of(node) is { } section ? LinkTo(section)
            : node.AnyName is { } values ? $"{Inner(values, sections)} by name"
            : "mapping";

    private static string LinkTo(SchemaSection section) => $"[{section.Heading}](#{Anchors.Of(section.Heading)})";

    private static IEnumerable<string> Demands(SchemaNode node)
    {
        if (node["enum"] is JsonArray words)
        {
            yield return string.Join(", ", words.Select(word => $"`{FlowYaml.Of(word)}`"));
        }

        if (node["pattern"] is { } pattern)
        {
            yield return $"`{pattern.GetValue<string>()}`";
        }

        foreach (var range in new[] { Range(node["minimum"], node["maximum"]), Count(node, "Items"), Count(node, "Properties") }.OfType<string>())
        {
            yield return range;
        }
    }

    private static string? Count(SchemaNode node, string what) => (Range(node["min" + what], node["max" + what]), what == "Items" ? "item" : "key") switch
    {
        (null, _) => null,
        ("from 1", _) => "not empty",
        ("1", var thing) => $"1 {thing}",
        var (range, thing) => $"{range} {thing}s",
    };

    private static string? Range(JsonNode? least, JsonNode? most) => (least?.ToJsonString(), most?.ToJsonString()) switch
    {
        (null, null) => null,
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        ({ } from, { } to) => from == to ? from : $"{from} to {to}",
    };
}
