using System.Collections.Immutable;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Systems;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Answers <c>ClientIntegrationInformation</c>: whose data it is, and what the integration may do.</summary>
internal static class GoClientInformation
{
    /// <summary>The answer.</summary>
    /// <param name="missing">The privileges that it lacks.</param>
    public static Reply Answer(ImmutableArray<string> missing) => Reply.Json(200, json =>
    {
        var all = GoCatalogue.Resources.SelectMany(resource => new[] { resource.Privilege, resource.Privilege + "_Full" }).Distinct().ToArray();
        json.WriteStartObject();
        json.WriteString("ClientId", Keys.Uuid("poweroffice-go/clients", 0));
        json.WriteString("ClientName", "Nordlys Handel AS");
        Write(json, "ActiveClientSubscriptions", []);
        Write(json, "ValidPrivileges", all.Except(missing));
        Write(json, "InvalidPrivileges", missing);
        json.WriteEndObject();
    });

    private static void Write(System.Text.Json.Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
