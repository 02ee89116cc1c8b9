using System.Text.Json.Serialization;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>How a token is written in its file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Token))]
internal sealed partial class TokenJson : JsonSerializerContext;
