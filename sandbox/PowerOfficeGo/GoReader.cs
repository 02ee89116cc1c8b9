using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Answers what is read: plain arrays by page, nothing at all for an empty list, single records.</summary>
/// <param name="database">The database.</param>
internal sealed class GoReader(StandInDatabase database)
{
    private const int DefaultPage = 5000, GreatestPage = 20000;

    /// <summary>A page of a list.</summary>
    /// <param name="request">The request.</param>
    /// <param name="resource">What is listed.</param>
    /// <param name="parent">Of whom, where it is listed below something: column and key.</param>
    public Reply List(Request request, GoResource resource, (string Column, object Key)? parent = null)
    {
        var (condition, parameters) = GoFilters.Of(request, resource);
        var fields = FieldsOf(request, resource);
        var size = Math.Min(Number(request, resource, "PageSize", DefaultPage), GreatestPage);
        var page = Number(request, resource, "PageNumber", 1);
        if (parent is { } owner)
        {
            (condition, parameters) = ($"t.{Sql.Quote(owner.Column)} = ? AND {condition}", parameters.Insert(0, owner.Key));
        }

        var rows = database.Query(
            $"SELECT {Columns(fields)} FROM {Sql.Quote(resource.Name)} AS t WHERE {condition} ORDER BY {Order(request, resource)} LIMIT ? OFFSET ?",
            [.. parameters, size + 1, (page - 1) * size]);
        return rows.IsEmpty ? Reply.Nothing(204) : Page(request, fields, rows, size, page);
    }

    /// <summary>One record; none where there is none.</summary>
    public Reply? One(GoResource resource, object key, int status = 200)
    {
        var fields = resource.Shown;
        return database.Query($"SELECT {Columns(fields)} FROM {Sql.Quote(resource.Name)} AS t WHERE t.\"Id\" = ?", key) is [var row]
            ? Reply.Json(status, json => GoForm.Write(json, fields, row))
            : null;
    }

    /// <summary>An order with its lines.</summary>
    public Reply? Complete(object key, int status = 200)
    {
        var (orders, lines) = (GoCatalogue.Find("SalesOrders")!, GoCatalogue.Find("SalesOrderLines")!);
        if (database.Query($"SELECT {Columns(orders.Shown)} FROM \"SalesOrders\" AS t WHERE t.\"Id\" = ?", key) is not [var head])
        {
            return null;
        }

        var rows = database.Query($"SELECT {Columns(lines.Shown)} FROM \"SalesOrderLines\" AS t WHERE t.\"SalesOrderId\" = ? ORDER BY t.\"SortOrder\", t.\"Id\"", key);
        return Reply.Json(status, json => WriteComplete(json, orders.Shown, head, lines.Shown, rows));
    }

    private static void WriteComplete(Utf8JsonWriter json, ImmutableArray<Field> fields, object?[] head, ImmutableArray<Field> lineFields, ImmutableArray<object?[]> lines)
    {
        using var document = JsonDocument.Parse(Reply.Json(200, inner => GoForm.Write(inner, fields, head)).Body);
        json.WriteStartObject();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteStartArray("SalesOrderLines");
        foreach (var line in lines)
        {
            GoForm.Write(json, lineFields, line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Reply Page(Request request, ImmutableArray<Field> fields, ImmutableArray<object?[]> rows, int size, int page)
    {
        var shown = rows.Length > size ? rows[..size] : rows;
        var reply = Reply.Json(200, json =>
        {
            json.WriteStartArray();
            foreach (var row in shown)
            {
                GoForm.Write(json, fields, row);
            }

            json.WriteEndArray();
        });
        return reply.With("X-Pagination", Pagination(rows.Length > size ? Next(request, page + 1) : null));
    }

    // Other members of this header were not found.
    private static string Pagination(string? next) => next is null ? "{\"nextPageLink\":null}" : $"{{\"nextPageLink\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(next)}\"}}";

    private static string Next(Request request, int page)
    {
        var kept = request.Query.Where(pair => !string.Equals(pair.Key, "PageNumber", StringComparison.OrdinalIgnoreCase)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        kept["PageNumber"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(request.Host + request.Path, kept);
    }

    private static ImmutableArray<Field> FieldsOf(Request request, GoResource resource)
    {
        if (request.Parameter("Fields") is not { Length: > 0 } text)
        {
            return resource.Shown;
        }

        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.FirstOrDefault(name => !resource.Shown.Any(field => Names(name, field))) is { } unknown
            ? throw GoRefusalException.Invalid(resource, $"There is no field '{unknown}'.")
            : [.. resource.Shown.Where(field => names.Any(name => Names(name, field)))];
    }

    private static bool Names(string name, Field field) =>
        string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase) || field.Name.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase);

    private static string Order(Request request, GoResource resource)
    {
        var words = (request.Parameter("OrderBy") ?? "Id").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var field = words.Length > 0 ? resource.Table.Find(words[0]) : null;
        return field is null
            ? throw GoRefusalException.Invalid(resource, $"There is no field '{request.Parameter("OrderBy")}' to order by.")
            : $"{field.Sql()} {(words is [_, "desc"] ? "DESC" : "ASC")}, t.\"Id\"";
    }

    private static int Number(Request request, GoResource resource, string name, int absent) =>
        request.Parameter(name) is not { } text ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw GoRefusalException.Invalid(resource, $"{name} must be a number from 1.");

    private static string Columns(ImmutableArray<Field> fields) => string.Join(", ", fields.Select(field => field.Sql()));
}
