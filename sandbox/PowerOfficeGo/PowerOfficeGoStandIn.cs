using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Stands in for PowerOffice Go, API version 2, from one SQLite file.</summary>
public sealed class PowerOfficeGoStandIn : StandIn
{
    private readonly GoSettings _settings;
    private readonly GoTokens _tokens;
    private readonly GoRateLimit _limit;
    private readonly GoReader _reader;
    private readonly GoWriter _writer;
    private readonly GoOrders _orders;

    private PowerOfficeGoStandIn(GoSettings settings)
        : base("poweroffice-go", settings.General, GoCatalogue.Tables, digits: 7)
    {
        _settings = settings;
        GoTriggers.Install(Database);
        _tokens = new GoTokens(Database, (Keys["application_key"], Keys["client_key"]), settings.TokenLife, Clock);
        _limit = new GoRateLimit(settings.CallsASecond * settings.General.Generosity, Clock);
        _reader = new GoReader(Database);
        _writer = new GoWriter(Database, new GoRules(Database));
        _orders = new GoOrders(Database, _reader, _writer);
    }

    /// <inheritdoc/>
    public override ImmutableDictionary<string, string> Keys { get; } = ImmutableDictionary<string, string>.Empty
        .Add("application_key", Systems.Keys.Uuid("poweroffice-go/application", 0))
        .Add("client_key", Systems.Keys.Uuid("poweroffice-go/client", 0))
        .Add("subscription_key", Systems.Keys.Opaque("poweroffice-go/subscription", 0));

    /// <summary>Starts one.</summary>
    /// <param name="settings">What was chosen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The stand-in, listening; the caller disposes it.</returns>
    /// <exception cref="IOException">The port is taken, or the database cannot be made.</exception>
    public static async Task<PowerOfficeGoStandIn> StartAsync(GoSettings settings, CancellationToken cancellationToken = default)
    {
        var standIn = new PowerOfficeGoStandIn(settings);
        await standIn.StartAsync(cancellationToken);
        return standIn;
    }

    /// <summary>Ends every token.</summary>
    public void RevokeTokens() => InTurn(() =>
    {
        _tokens.Revoke();
        return true;
    });

    private protected override Reply Answer(Request request)
    {
        if (request.Header("Ocp-Apim-Subscription-Key") != Keys["subscription_key"])
        {
            return GoProblem.Gateway(401, "Access denied due to missing or invalid subscription key.");
        }

        if (LimitsCalls && !_limit.Take())
        {
            return GoProblem.TooMany();
        }

        // Letter case in paths does not matter.
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var steps = path is [var first, ..] && Is(first, "Demo") ? path[1..] : path;
        return steps switch
        {
            [var oauth, var token] when Is(oauth, "OAuth") && Is(token, "Token") && request.Method == "POST" => _tokens.Answer(request),
            [var version, .. var rest] when Is(version, "v2") => _tokens.Admits(request.Credential("Bearer")) ? Guarded(request, rest) : Reply.Nothing(401),
            _ => Reply.Nothing(404),
        };
    }

    private protected override Reply Failure(int status, string text) =>
        status == 429 ? GoProblem.TooMany() : GoProblem.Of(status, text, text);

    private protected override Reply? Administer(Request request)
    {
        if ((request.Method, request.Path) != ("POST", "/sandbox/revoke-tokens"))
        {
            return null;
        }

        _tokens.Revoke();
        return Reply.Nothing(204);
    }

    private Reply Guarded(Request request, string[] steps)
    {
        try
        {
            return Served(request, steps) ?? GoProblem.Of(404, "Object(s) not found", "There is no object with that id.");
        }
        catch (GoRefusalException refusal)
        {
            return GoProblem.Of(refusal.Status, refusal.Title, refusal.Message);
        }
        catch (SqliteFailureException failure) when (failure.PrimaryCode == 19)
        {
            return GoProblem.Of(400, "Validation error(s)", failure.Message);
        }
    }

    private Reply? Served(Request request, string[] steps)
    {
        if (steps is [var only] && Is(only, "ClientIntegrationInformation"))
        {
            return GoClientInformation.Answer(_settings.MissingPrivileges);
        }

        if (steps.Length == 0 || GoCatalogue.Find(steps[0]) is not { } resource || resource.Name == "SalesOrderLines")
        {
            return null;
        }

        var needed = resource.Privilege + (request.Method == "GET" ? string.Empty : "_Full");
        return _settings.MissingPrivileges.Contains(needed) ? Reply.Nothing(403)
            : resource.Name == "SalesOrders" ? Order(request, resource, steps[1..])
            : resource.Name == "ContactPersons" ? Person(request, resource, steps[1..])
            : Plain(request, resource, steps[1..]);
    }

    private Reply? Plain(Request request, GoResource resource, string[] steps) => (request.Method, steps) switch
    {
        ("GET", []) => _reader.List(request, resource),
        ("POST", []) => Create(request, resource, resource.Name == "Products" ? 200 : 201),
        (_, [var id]) => Single(request, resource, Id(id)),
        _ => null,
    };

    private Reply? Person(Request request, GoResource resource, string[] steps) => (request.Method, steps) switch
    {
        ("GET", []) => _reader.List(request, resource),
        ("POST", [var contact]) => Company(Id(contact)) is { } company ? Create(request, resource, 201, ("ContactId", company)) : null,
        (_, [var contact, var id]) when RowEdits.Exists(Database, "ContactPersons", "Id", Id(id)) => Equals(_writer.Present(resource, Id(id))!["ContactId"], Id(contact)) ? Single(request, resource, Id(id)) : null,
        _ => null,
    };

    private Reply? Order(Request request, GoResource resource, string[] steps) => (request.Method, steps) switch
    {
        ("GET", []) => _reader.List(request, resource),
        ("GET", [var state]) when Is(state, "sentState") => _orders.SentState(request.Parameter("id")?.ToLowerInvariant()),
        ("POST", [var complete]) when Is(complete, "Complete") => _orders.Create(request),
        ("GET", [var id, var complete]) when Is(complete, "Complete") => _reader.Complete(id.ToLowerInvariant()),
        ("POST", [var id, var send]) when Is(send, "createAndSendInvoice") => _orders.Send(id.ToLowerInvariant()),
        ("GET", [var id, var lines]) when Is(lines, "Lines") => _reader.List(request, GoCatalogue.Find("SalesOrderLines")!, ("SalesOrderId", id.ToLowerInvariant())),
        ("POST", [var id, var lines]) when Is(lines, "Lines") => _orders.AddLine(request, id.ToLowerInvariant()),
        ("GET", [_, var lines, var line]) when Is(lines, "Lines") => _reader.One(GoCatalogue.Find("SalesOrderLines")!, line.ToLowerInvariant()),
        ("PATCH", [var id, var lines, var line]) when Is(lines, "Lines") => _orders.PatchLine(request, id.ToLowerInvariant(), line.ToLowerInvariant()),
        ("DELETE", [var id, var lines, var line]) when Is(lines, "Lines") => _orders.DeleteLine(id.ToLowerInvariant(), line.ToLowerInvariant()),
        (not "POST", [var id]) => Single(request, resource, id.ToLowerInvariant()),
        _ => null,
    };

    private Reply? Single(Request request, GoResource resource, object key)
    {
        switch (request.Method)
        {
            case "GET":
                return _reader.One(resource, key);
            case "PATCH":
                Database.Write(() =>
                {
                    _writer.Patch(request, resource, key);
                    return true;
                });
                return _reader.One(resource, key);
            case "DELETE":
                Database.Write(() =>
                {
                    _writer.Delete(resource, key);
                    return true;
                });
                return Reply.Nothing(200);
            default:
                return Reply.Nothing(405);
        }
    }

    private Reply Create(Request request, GoResource resource, int status, params (string, object?)[] given)
    {
        var body = GoBody.Parse(request, resource, JsonValueKind.Object);
        var key = Database.Write(() => _writer.Create(resource, GoBody.Created(body, resource), given));
        return _reader.One(resource, key, status)!;
    }

    // Only companies have contact persons.
    private object? Company(object key) =>
        Database.Value("SELECT \"Id\" FROM \"Customers\" WHERE \"Id\" = ? AND coalesce(\"IsPerson\", 0) = 0", key);

    private static long Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1L;

    private static bool Is(string step, string name) => string.Equals(step, name, StringComparison.OrdinalIgnoreCase);
}
