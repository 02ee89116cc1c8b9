using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PlainRest;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.CrmOffice;

/// <summary>Stands in for CRMOffice, of which little is known: README.md in its folder lists what is assumed.</summary>
public sealed class CrmOfficeStandIn : StandIn
{
    private const int DefaultPage = 100, GreatestPage = 1000;

    private static readonly ImmutableArray<PlainResource> Resources =
    [
        new("companies", TableOf("Companies"), true),
        new("contacts", TableOf("Contacts"), true),
        new("activities", TableOf("Activities"), true),
        new("users", TableOf("Users"), false),
    ];

    private readonly CrmTokens _tokens;
    private readonly PlainDesk _desk;

    private CrmOfficeStandIn(StandInSettings settings)
        : base("crmoffice", settings, [.. Resources.Select(resource => resource.Table)], digits: 3)
    {
        foreach (var resource in Resources)
        {
            ModifiedTrigger.Install(Database, resource.Table);
        }

        _tokens = new CrmTokens(Database, (Keys["client_id"], Keys["client_secret"]), Clock);
        _tokens.Prepare();
        _desk = new PlainDesk(Database, table => Systems.Keys.Opaque($"crmoffice/{table}/given", (int)Database.Next($"crmoffice/{table}")));
    }

    /// <inheritdoc/>
    public override ImmutableDictionary<string, string> Keys { get; } = ImmutableDictionary<string, string>.Empty
        .Add("client_id", Systems.Keys.Uuid("crmoffice/client", 0))
        .Add("client_secret", Systems.Keys.Uuid("crmoffice/secret", 0));

    /// <inheritdoc/>
    public override bool HasConsent => InTurn(_tokens.HasConsent);

    /// <summary>Starts one.</summary>
    /// <param name="settings">What was chosen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The stand-in, listening; the caller disposes it.</returns>
    /// <exception cref="IOException">The port is taken, or the database cannot be made.</exception>
    public static async Task<CrmOfficeStandIn> StartAsync(StandInSettings settings, CancellationToken cancellationToken = default)
    {
        var standIn = new CrmOfficeStandIn(settings);
        await standIn.StartAsync(cancellationToken);
        return standIn;
    }

    /// <summary>Ends every token: calls are refused, and a user must consent anew.</summary>
    public void RevokeTokens() => InTurn(() =>
    {
        _tokens.Revoke();
        return true;
    });

    private protected override Reply Answer(Request request)
    {
        if (_tokens.Answer(request) is { } tokens)
        {
            return tokens;
        }

        if (!_tokens.Admits(request.Credential("Bearer")))
        {
            return Reply.Nothing(401).With("WWW-Authenticate", "Bearer");
        }

        var steps = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps is not [var path, .. var rest] || rest.Length > 1 || Resources.FirstOrDefault(one => one.Path == path) is not { } resource)
        {
            return PlainDesk.Refusal(404, "There is nothing at this address.");
        }

        try
        {
            return request.Method == "GET" && rest.Length == 0 ? List(request, resource) : _desk.Answer(request, resource, rest.FirstOrDefault());
        }
        catch (PlainRefusalException refusal)
        {
            return PlainDesk.Refusal(refusal.Status, refusal.Message);
        }
    }

    private protected override Reply Failure(int status, string text) => PlainDesk.Refusal(status, text);

    private protected override Reply? Administer(Request request)
    {
        if ((request.Method, request.Path) != ("POST", "/sandbox/revoke-tokens"))
        {
            return null;
        }

        _tokens.Revoke();
        return Reply.Nothing(204);
    }

    private static EntityTable TableOf(string name) => new(name, FieldFile.Read($"CrmOffice.Fields.{name}")) { Modified = "modifiedAt" };

    private Reply List(Request request, PlainResource resource)
    {
        var isBare = resource.Path == "users";
        var page = PlainList.Number(request, "page", 1, 1, int.MaxValue);
        var size = isBare ? int.MaxValue : PlainList.Number(request, "pageSize", DefaultPage, 1, GreatestPage);
        var list = PlainList.Read(request, resource, Database, "modifiedSince", ((int)Math.Min((page - 1L) * size, int.MaxValue), size, ["page", "pageSize"]));
        return Reply.Json(200, json =>
        {
            if (!isBare)
            {
                json.WriteStartObject();
                json.WritePropertyName("items");
            }

            WriteRows(json, resource, list);
            if (!isBare)
            {
                json.WriteNumber("total", list.Total);
                json.WriteEndObject();
            }
        });
    }

    private static void WriteRows(Utf8JsonWriter json, PlainResource resource, PlainList list)
    {
        json.WriteStartArray();
        foreach (var row in list.Rows)
        {
            PlainForm.Write(json, resource.Table.Fields, row);
        }

        json.WriteEndArray();
    }
}
