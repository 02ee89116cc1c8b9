using Newtonsoft.Json.Linq;

namespace SesamTalk.Engine.Tests.Language;

/// <summary>The keys of a schema that have a default, and files that say one of these defaults.</summary>
/// <param name="root">The schema.</param>
internal sealed class SchemaDefaults(JObject root)
{
    /// <summary>All keys with a default, by their place in the schema.</summary>
    public IReadOnlyList<string> Keys =>
        [.. root.Descendants().OfType<JProperty>().Where(p => p.Name == "properties" && p.Value is JObject).SelectMany(p => ((JObject)p.Value).Properties())
            .Where(key => key.Value is JObject schema && Resolved(schema).ContainsKey("default")).Select(key => key.Path)];

    /// <summary>Files that each say one default more than a given one.</summary>
    /// <param name="file">The file, in which these keys are not said.</param>
    public IEnumerable<(string Key, JObject File)> Said(JObject file) => Said(root, file).Select(it => (it.Key, it.Said));

    private IEnumerable<(string Key, JObject Said)> Said(JObject schema, JToken node) => node switch
    {
        JObject mapping => SaidOf(schema, mapping),
        JArray list => list.SelectMany(item => Alternatives(schema).Where(s => s["items"] is JObject).SelectMany(s => Said((JObject)s["items"]!, item))),
        _ => [],
    };

    private IEnumerable<(string Key, JObject Said)> SaidOf(JObject schema, JObject mapping)
    {
        var named = Alternatives(schema).Where(s => s["properties"] is JObject).MaxBy(s => mapping.Properties().Count(p => s["properties"]![p.Name] is not null));
        foreach (var key in (named?["properties"] as JObject)?.Properties() ?? [])
        {
            if (Resolved((JObject)key.Value)["default"] is { } usual && !mapping.ContainsKey(key.Name))
            {
                mapping[key.Name] = usual.DeepClone();
                yield return (key.Path, (JObject)mapping.Root.DeepClone());
                mapping.Remove(key.Name);
            }
        }

        foreach (var entry in mapping.Properties().ToList())
        {
            var below = named?["properties"]?[entry.Name] as JObject ?? Alternatives(schema).SelectMany(Others).FirstOrDefault();
            foreach (var said in below is null ? [] : Said(below, entry.Value))
            {
                yield return said;
            }
        }
    }

    private static IEnumerable<JObject> Others(JObject schema) =>
        (schema["patternProperties"] as JObject)?.Properties().Select(p => (JObject)p.Value).Concat(Other(schema)) ?? Other(schema);

    private static IEnumerable<JObject> Other(JObject schema) => schema["additionalProperties"] is JObject other ? [other] : [];

    private IEnumerable<JObject> Alternatives(JObject schema) =>
        Resolved(schema) is var resolved && resolved["anyOf"] is JArray several ? several.OfType<JObject>().SelectMany(Alternatives) : [resolved];

    private JObject Resolved(JObject schema) => schema["$ref"] is { } reference ? (JObject)root["definitions"]![reference.ToString().Split('/')[^1]]! : schema;
}
