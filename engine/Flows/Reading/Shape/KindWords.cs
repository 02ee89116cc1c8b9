using NJsonSchema;
using NJsonSchema.Validation;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Words for the kinds of values.</summary>
internal static class KindWords
{
    private static readonly (JsonObjectType Type, string Words)[] Words =
    [
        (JsonObjectType.String, "text"),
        (JsonObjectType.Integer, "a whole number"),
        (JsonObjectType.Number, "a number"),
        (JsonObjectType.Boolean, "true or false"),
        (JsonObjectType.Array, "a list"),
        (JsonObjectType.Object, "keys with values"),
    ];

    /// <summary>What was expected, in words.</summary>
    public static string Expected(ValidationError error) =>
        string.Join(" or ", Words.Where(w => Of(error).HasFlag(w.Type)).Select(w => w.Words));

    /// <summary>The types that were expected.</summary>
    public static JsonObjectType Of(ValidationError error) => error is ChildSchemaValidationError alternatives
        ? alternatives.Errors.Keys.Aggregate(JsonObjectType.None, (all, schema) => all | schema.Type)
        : error.Schema.Type;

    /// <summary>What was found, in words.</summary>
    public static string Found(SourceNode node) => node switch
    {
        MappingNode => "keys with values",
        ListNode => "a list",
        ScalarNode { Kind: ScalarKind.Boolean } => "true or false",
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } => "a number",
        ScalarNode { Kind: ScalarKind.Null } => "nothing",
        _ => "text",
    };

    /// <summary>How to write a truth value that another YAML would have understood.</summary>
    public static string? Truth(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "ON" or "Y" or "TRUE" => "write true",
        "NO" or "OFF" or "N" or "FALSE" => "write false",
        _ => null,
    };
}
