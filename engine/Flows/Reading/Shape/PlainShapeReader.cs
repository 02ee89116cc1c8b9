using System.Text.Json;
using System.Text.RegularExpressions;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Reads JSON Schemas into plain shapes.</summary>
internal sealed class PlainShapeReader
{
    private const string ToDefinition = "#/definitions/";

    private readonly Dictionary<string, PlainShape> _definitions = new(StringComparer.Ordinal);
    private readonly JsonElement _root;

    private PlainShapeReader(JsonElement root) => _root = root;

    /// <summary>The shape of a schema.</summary>
    public static PlainShape Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new PlainShapeReader(document.RootElement).Read(document.RootElement);
    }

    // What stands beside a reference is passed over, as the validator does.
    private PlainShape Read(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Definition(reference.GetString()!);
        }

        var shape = new PlainShape();
        Fill(shape, schema);
        return shape;
    }

    // One may lead back to itself: it is known before it is read.
    private PlainShape Definition(string reference)
    {
        if (_definitions.TryGetValue(reference, out var known))
        {
            return known;
        }

        var shape = _definitions[reference] = new PlainShape();
        if (reference.StartsWith(ToDefinition, StringComparison.Ordinal)
            && _root.GetProperty("definitions").TryGetProperty(reference[ToDefinition.Length..], out var definition) && !definition.TryGetProperty("$ref", out _))
        {
            Fill(shape, definition);
        }
        else
        {
            shape.IsBeyond = true;
        }

        return shape;
    }

    private void Fill(PlainShape shape, JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            Take(shape, keyword.Name, keyword.Value);
        }
    }

    private void Take(PlainShape shape, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "type": shape.Types = value.ValueKind == JsonValueKind.Array ? Texts(value) : [value.GetString()!]; break;
            case "enum": shape.Values = Texts(value); break;
            case "anyOf": shape.Alternatives = [.. value.EnumerateArray().Select(Read)]; break;
            case "required": shape.Required = Texts(value); break;
            case "properties": TakeProperties(shape, value); break;
            case "patternProperties": TakePatterns(shape, value); break;
            case "additionalProperties": shape.Others = value.ValueKind switch { JsonValueKind.True => PlainShape.Anything, JsonValueKind.False => null, _ => Read(value) }; break;
            case "items": shape.Items = Read(value); break;
            case "uniqueItems": shape.IsUnique = value.GetBoolean(); break;
            case "minItems": shape.Length = shape.Length with { Least = value.GetInt32() }; break;
            case "maxItems": shape.Length = shape.Length with { Most = value.GetInt32() }; break;
            case "minProperties": shape.Keys = shape.Keys with { Least = value.GetInt32() }; break;
            case "maxProperties": shape.Keys = shape.Keys with { Most = value.GetInt32() }; break;
            case "minLength": shape.LeastText = value.GetInt32(); break;
            case "pattern": shape.Form = new Regex(value.GetString()!); break;
            case "minimum": shape.Range = shape.Range with { Least = value.GetDecimal() }; break;
            case "maximum": shape.Range = shape.Range with { Most = value.GetDecimal() }; break;
            case "title" or "description" or "examples" or "default" or "$schema" or "definitions": break;
            default: shape.IsBeyond = true; break;
        }
    }

    private void TakeProperties(PlainShape shape, JsonElement properties)
    {
        foreach (var property in properties.EnumerateObject())
        {
            shape.Properties.Add(property.Name, Read(property.Value));
        }
    }

    private void TakePatterns(PlainShape shape, JsonElement patterns)
    {
        foreach (var pattern in patterns.EnumerateObject())
        {
            shape.Patterns.Add((new Regex(pattern.Name), Read(pattern.Value)));
        }
    }

    // As they stand in files: true is no True.
    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];
}
