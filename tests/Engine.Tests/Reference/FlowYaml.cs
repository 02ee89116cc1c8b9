using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>Writes a value of JSON as YAML in one line, as a person would.</summary>
internal static partial class FlowYaml
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? value) => value switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject mapping => $"{{ {string.Join(", ", mapping.Select(it => $"{Text(it.Key)}: {Of(it.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Of))}]",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Text(scalar.GetValue<string>()),
        JsonValue scalar => scalar.ToJsonString(),
        _ => "null",
    };

    private static string Text(string text) => Bare.IsMatch(text) && !Typed.IsMatch(text) ? text : JsonSerializer.Serialize(text, Plain);

    [GeneratedRegex(@"^[\p{L}\p{N}_./](?:[\p{L}\p{N}_./@+*-]| (?=[^ #])|:(?=[^ ]))*$")]
    private static partial Regex Bare { get; }

    // What YAML would not take for a text.
    [GeneratedRegex(@"^(?:true|false|null|~|[-+.]?[0-9][0-9.eE+-]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Typed { get; }
}
