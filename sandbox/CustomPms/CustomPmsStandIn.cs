using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PlainRest;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.CustomPms;

/// <summary>
/// The REST service of the company's own project management: <c>/api/customers</c> and <c>/api/projects</c>, a key in the header
/// <c>X-Api-Key</c>, pages by <c>offset</c> and <c>limit</c>, changes by <c>changedSince</c>.
/// </summary>
public sealed class CustomPmsStandIn : StandIn
{
    private const int DefaultPage = 100, GreatestPage = 500;

    private static readonly ImmutableArray<PlainResource> Resources =
    [
        new("customers", new EntityTable("customer", FieldFile.Read("CustomPms.Fields.customer")) { Modified = "modifiedAt", SampleEntity = "Customer" }, true),
        new("projects", new EntityTable("project", FieldFile.Read("CustomPms.Fields.project")) { Modified = "modifiedAt", SampleEntity = "Project" }, true),
    ];

    private readonly PlainDesk _desk;

    private CustomPmsStandIn(StandInSettings settings)
        : base("custom-pms", settings, [.. Resources.Select(resource => resource.Table)], digits: 3)
    {
        foreach (var resource in Resources)
        {
            ModifiedTrigger.Install(Database, resource.Table);
        }

        _desk = new PlainDesk(Database, table => Database.NextUuid($"custom-pms/{table}"));
    }

    /// <inheritdoc/>
    public override ImmutableDictionary<string, string> Keys { get; } =
        ImmutableDictionary<string, string>.Empty.Add("api_key", Systems.Keys.Opaque("custom-pms/key", 0));

    /// <summary>Starts one.</summary>
    /// <param name="settings">What was chosen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The service, listening; the caller disposes it.</returns>
    /// <exception cref="IOException">The port is taken, or the database cannot be made.</exception>
    public static async Task<CustomPmsStandIn> StartAsync(StandInSettings settings, CancellationToken cancellationToken = default)
    {
        var standIn = new CustomPmsStandIn(settings);
        await standIn.StartAsync(cancellationToken);
        return standIn;
    }

    private protected override Reply Answer(Request request)
    {
        if (request.Header("X-Api-Key") != Keys["api_key"])
        {
            return PlainDesk.Refusal(401, "The key in X-Api-Key is missing or not known.");
        }

        var steps = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps is not ["api", var path, .. var rest] || rest.Length > 1 || Resources.FirstOrDefault(one => one.Path == path) is not { } resource)
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

    private Reply List(Request request, PlainResource resource)
    {
        var offset = PlainList.Number(request, "offset", 0, 0, int.MaxValue);
        var limit = PlainList.Number(request, "limit", DefaultPage, 1, GreatestPage);
        var list = PlainList.Read(request, resource, Database, "changedSince", (offset, limit, ["offset", "limit"]));
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(resource.Path);
            foreach (var row in list.Rows)
            {
                PlainForm.Write(json, resource.Table.Fields, row);
            }

            json.WriteEndArray();
            json.WriteString("next", list.NextOffset is { } next ? Next(request, next) : null);
            json.WriteEndObject();
        });
    }

    private static string Next(Request request, int offset)
    {
        var kept = request.Query.Where(pair => pair.Key != "offset").ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        kept["offset"] = offset.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(request.Host + request.Path, kept);
    }
}
