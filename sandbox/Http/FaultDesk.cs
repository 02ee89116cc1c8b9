using System.Text.Json;
using System.Text.Json.Serialization;

namespace SesamTalk.Sandbox.Http;

/// <summary>Where faults are asked for over HTTP: <c>POST /sandbox/faults</c> with a fault as JSON, <c>DELETE /sandbox/faults</c>.</summary>
internal static class FaultDesk
{
    /// <summary>What every address of the stand-in's own begins with; no vendor has it.</summary>
    public const string Root = "/sandbox/";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The answer; none where the request is about something else.</summary>
    public static Reply? Answer(Request request, FaultPlan faults) => (request.Method, request.Path) switch
    {
        ("POST", Root + "faults") => Add(request, faults),
        ("DELETE", Root + "faults") => Clear(faults),
        _ => null,
    };

    private static Reply Add(Request request, FaultPlan faults)
    {
        try
        {
            faults.Add(JsonSerializer.Deserialize<Fault>(request.Body, Form) ?? throw new JsonException("the body is null"));
            return Reply.Nothing(204);
        }
        catch (JsonException malformed)
        {
            return Reply.Plain(400, $"That is no fault: {malformed.Message}");
        }
    }

    private static Reply Clear(FaultPlan faults)
    {
        faults.Clear();
        return Reply.Nothing(204);
    }
}
