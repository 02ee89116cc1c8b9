using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace SesamTalk.Engine.Tests.Editing;

/// <summary>Holds values against a schema as an editor does, with <c>if</c>, <c>then</c> and <c>propertyNames</c>, which the engine's own validator passes over.</summary>
/// <param name="root">The schema.</param>
internal sealed class DraftSeven(JObject root)
{
    /// <summary>Whether the schema accepts a value.</summary>
    public bool Accepts(JToken value) => Accepts(root, value);

    private bool Accepts(JObject schema, JToken value) => schema.Properties().All(keyword => keyword.Name switch
    {
        "$ref" => Accepts((JObject)root["definitions"]![keyword.Value.ToString().Split('/')[^1]]!, value),
        "type" => (keyword.Value as JArray ?? [keyword.Value]).Any(type => Is(type.ToString(), value)),
        "enum" => keyword.Value.Any(one => JToken.DeepEquals(one, value)),
        "const" => JToken.DeepEquals(keyword.Value, value),
        "pattern" => value.Type != JTokenType.String || Regex.IsMatch(value.ToString(), keyword.Value.ToString()),
        "anyOf" => keyword.Value.Any(one => Accepts((JObject)one, value)),
        "allOf" => keyword.Value.All(one => Accepts((JObject)one, value)),
        "if" => !Accepts((JObject)keyword.Value, value) || Accepts((JObject)schema["then"]!, value),
        "items" => value is not JArray list || list.All(item => Accepts((JObject)keyword.Value, item)),
        "required" => value is not JObject mapping || keyword.Value.All(key => mapping.ContainsKey(key.ToString())),
        "properties" => value is not JObject mapping || mapping.Properties().All(p => keyword.Value[p.Name] is not JObject below || Accepts(below, p.Value)),
        "propertyNames" => value is not JObject mapping || mapping.Properties().All(p => Accepts((JObject)keyword.Value, p.Name)),
        "additionalProperties" => value is not JObject mapping || mapping.Properties().Where(p => schema["properties"]?[p.Name] is null).All(p => keyword.Value is JObject other && Accepts(other, p.Value)),
        "minItems" => value is not JArray list || list.Count >= (int)keyword.Value,
        "minLength" => value.Type != JTokenType.String || value.ToString().Length >= (int)keyword.Value,
        "minProperties" => value is not JObject mapping || mapping.Count >= (int)keyword.Value,
        "maxProperties" => value is not JObject mapping || mapping.Count <= (int)keyword.Value,
        "minimum" => value.Type is not (JTokenType.Integer or JTokenType.Float) || (double)value >= (double)keyword.Value,
        "maximum" => value.Type is not (JTokenType.Integer or JTokenType.Float) || (double)value <= (double)keyword.Value,
        "then" or "definitions" or "title" or "description" or "examples" or "default" or "$schema" => true,
        _ => throw new NotSupportedException($"The test does not know the keyword '{keyword.Name}'."),
    });

    private static bool Is(string type, JToken value) => type switch
    {
        "object" => value is JObject,
        "array" => value is JArray,
        "string" => value.Type == JTokenType.String,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "boolean" => value.Type == JTokenType.Boolean,
        _ => value.Type == JTokenType.Null,
    };
}
