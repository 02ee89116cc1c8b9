using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>The bodies of Exact Online's refusals.</summary>
internal static class ExactErrors
{
    /// <summary>A refusal of a data endpoint.</summary>
    public static Reply Of(int status, string text) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", string.Empty);
        json.WriteStartObject("message");
        json.WriteString("lang", string.Empty);
        json.WriteString("value", text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A refusal of the token endpoint.</summary>
    public static Reply OfToken(int status, string error, string description) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteEndObject();
    });
}
