using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>The bodies of PowerOffice Go's refusals.</summary>
internal static class GoProblem
{
    /// <summary>A refusal of the API itself.</summary>
    public static Reply Of(int status, string title, string detail) => Reply.Json(
        status,
        json =>
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        },
        "application/problem+json; charset=utf-8");

    /// <summary>The refusal of the gateway, whose status is text.</summary>
    public static Reply TooMany() => Gateway(429, "Rate limit is exceeded. Try again in 1 seconds.");

    /// <summary>A refusal of the gateway.</summary>
    public static Reply Gateway(int status, string message) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("statusCode", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>The refusal of the token endpoint.</summary>
    public static Reply InvalidClient() => Reply.Json(400, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", "invalid_client");
        json.WriteString("error_description", "The client integration was not found. Check that the keys match the environment.");
        json.WriteEndObject();
    });
}
