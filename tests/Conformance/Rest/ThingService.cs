using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SesamTalk.Conformance.Rest;

/// <summary>
/// A plain service of records in JSON: pages with links, a version a record, a log of deletes, entity tags, merge patches, creates that
/// are known again. It is written without anything of the adapter.
/// </summary>
internal sealed class ThingService(TimeProvider clock) : HttpMessageHandler
{
    public const int PageSize = 4;
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, JsonObject> _things = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, string> _numbered = [];
    private readonly List<(string Key, long Version)> _deleted = [];
    private readonly Dictionary<string, string> _created = new(StringComparer.Ordinal);
    private long _version;
    private long _part = 1000;

    public JsonObject Put(string key, IEnumerable<(string Name, JsonNode? Value)> values)
    {
        lock (_gate)
        {
            var thing = _things.GetValueOrDefault(key) ?? new JsonObject { ["id"] = key };
            foreach (var (name, value) in values)
            {
                thing[name] = value?.DeepClone();
            }

            foreach (var part in (thing["parts"] as JsonArray ?? []).Select(part => part!.AsObject()).Where(part => part["partId"] is null))
            {
                part["partId"] = ++_part;
            }

            thing["modified"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            thing["version"] = ++_version;
            return _things[key] = thing;
        }
    }

    public void Delete(string key, bool log = true)
    {
        lock (_gate)
        {
            if (_things.Remove(key) && log)
            {
                _deleted.Add((key, ++_version));
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = request.RequestUri!.AbsolutePath["/api/".Length..].Split('/', 2);
        lock (_gate)
        {
            return (path[0], path.Length) switch
            {
                ("things", 1) => List(request.RequestUri),
                ("things", _) => One(request, Uri.UnescapeDataString(path[1]), body),
                ("deleted", _) => Deletes(request.RequestUri),
                _ => Numbered(request, path, body),
            };
        }
    }

    private HttpResponseMessage List(Uri address)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(address.Query));
        var since = long.TryParse(query["since"], out var number) ? number : -1;
        string[] conditions = query["filter"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var after = query["after"].ToString();
        var found = _things.Values
            .Where(thing => (long)thing["version"]! > since && conditions.All(condition => Holds(thing, condition)) && string.CompareOrdinal((string)thing["id"]!, after) > 0)
            .Take(PageSize + 1).ToList();
        var page = new JsonObject { ["items"] = new JsonArray([.. found.Take(PageSize).Select(thing => Shown(thing, query["fields"]))]) };
        if (found.Count > PageSize)
        {
            page["next"] = QueryHelpers.AddQueryString(WithoutAfter(address), "after", (string)found[PageSize - 1]["id"]!);
        }

        return Answer(HttpStatusCode.OK, page);
    }

    private HttpResponseMessage One(HttpRequestMessage request, string key, string body)
    {
        var thing = _things.GetValueOrDefault(key);
        if (request.Method == HttpMethod.Put)
        {
            var idempotency = request.Headers.GetValues("Idempotency-Key").Single();
            return thing is null ? Write(key, body, () => _created[idempotency] = key)
                : _created.GetValueOrDefault(idempotency) == key ? Answer(HttpStatusCode.OK, thing)
                : Answer(HttpStatusCode.UnprocessableEntity, Error("the key is taken"));
        }

        if (thing is null)
        {
            return Answer(HttpStatusCode.NotFound, Error("no such thing"));
        }

        if (request.Method == HttpMethod.Get)
        {
            return Answer(HttpStatusCode.OK, Shown(thing, new QueryCollection(QueryHelpers.ParseQuery(request.RequestUri!.Query))["fields"]), Tag(thing));
        }

        if (request.Headers.TryGetValues("If-Match", out var tags) && tags.Single() != Tag(thing))
        {
            return Answer(HttpStatusCode.PreconditionFailed, Error("it was changed"));
        }

        if (request.Method != HttpMethod.Delete)
        {
            return Write(key, body, () => { });
        }

        Delete(key);
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage Write(string key, string body, Action then)
    {
        var values = JsonNode.Parse(body)!.AsObject();
        if (values["note"] is JsonValue note && note.ToString() == "poison")
        {
            return Answer(HttpStatusCode.BadRequest, Error("the note is poison"));
        }

        then();
        return Answer(HttpStatusCode.OK, Put(key, values.Select(pair => (pair.Key, pair.Value))));
    }

    private HttpResponseMessage Deletes(Uri address)
    {
        var since = long.Parse(QueryHelpers.ParseQuery(address.Query)["since"].ToString(), CultureInfo.InvariantCulture);
        var rows = _deleted.Where(row => row.Version > since).Select(row => (JsonNode)new JsonObject { ["id"] = row.Key, ["version"] = row.Version });
        return Answer(HttpStatusCode.OK, new JsonObject { ["items"] = new JsonArray([.. rows]) });
    }

    private HttpResponseMessage Numbered(HttpRequestMessage request, string[] path, string body)
    {
        if (request.Method == HttpMethod.Post)
        {
            _numbered[_numbered.Count + 1] = (string)JsonNode.Parse(body)!["name"]!;
            var made = new HttpResponseMessage(HttpStatusCode.NoContent);
            made.Headers.Location = new Uri($"/api/numbered/{_numbered.Count}", UriKind.Relative);
            return made;
        }

        return _numbered.TryGetValue(long.Parse(path[1], CultureInfo.InvariantCulture), out var name)
            ? Answer(HttpStatusCode.OK, new JsonObject { ["id"] = long.Parse(path[1], CultureInfo.InvariantCulture), ["name"] = name })
            : Answer(HttpStatusCode.NotFound, Error("no such number"));
    }

    private static bool Holds(JsonObject thing, string condition)
    {
        var parts = condition.Split('=', 2);
        return string.Equals(thing[parts[0]]?.ToString(), parts[1], StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutAfter(Uri address) => QueryHelpers.AddQueryString(
        address.GetLeftPart(UriPartial.Path), QueryHelpers.ParseQuery(address.Query).Where(p => p.Key != "after").SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))));

    private static JsonObject Shown(JsonObject thing, string? fields)
    {
        var wanted = (fields ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new JsonObject(thing.Where(pair => wanted.Length == 0 || wanted.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }

    private static string Tag(JsonObject thing) => $"\"{thing["version"]}\"";

    private static JsonObject Error(string message) => new() { ["message"] = message };

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonNode body, string? tag = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body.ToJsonString(Relaxed), Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            answer.Headers.TryAddWithoutValidation("ETag", tag);
        }

        return answer;
    }
}
