using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Makes, patches and deletes records.</summary>
/// <param name="database">The database.</param>
/// <param name="rules">What is refused.</param>
internal sealed class GoWriter(StandInDatabase database, GoRules rules)
{
    private const long FirstId = 9_000_000;

    /// <summary>Makes a record; only within a write.</summary>
    /// <returns>Its key.</returns>
    public object Create(GoResource resource, Dictionary<string, object?> sent, params IEnumerable<(string Column, object? Value)> given)
    {
        var values = new Dictionary<string, object?>(sent, StringComparer.Ordinal);
        foreach (var (column, value) in given)
        {
            values[column] = value;
        }

        Fill(resource, values);
        rules.Check(resource, values, values, null);
        values["Id"] = resource.Table.Key.Type == FieldType.Guid ? database.NextUuid($"poweroffice-go/{resource.Name}") : FirstId + database.Next("poweroffice-go/ids");
        if (resource.Table.Modified is { } modified)
        {
            values[modified] = database.Present;
        }

        RowEdits.Insert(database, resource.Name, values.Where(pair => resource.Table.Find(pair.Key)!.IsColumn).ToDictionary());
        return values["Id"]!;
    }

    /// <summary>Patches a record.</summary>
    /// <exception cref="GoRefusalException">It is not there, or cannot be.</exception>
    public void Patch(Request request, GoResource resource, object key)
    {
        if (!request.Header("Content-Type").StartsWith("application/json-patch+json", StringComparison.OrdinalIgnoreCase))
        {
            throw new GoRefusalException(415, "Unsupported media type", "PATCH takes application/json-patch+json.");
        }

        var present = Present(resource, key) ?? throw GoRefusalException.Absent();
        var sent = GoBody.Patched(GoBody.Parse(request, resource, JsonValueKind.Array), resource);
        if (resource.Name == "SalesOrders" && Equals(present["SalesOrderStatus"], "Confirmed") && sent.Keys.Any(name => name != "SalesOrderStatus"))
        {
            throw GoRefusalException.Invalid(resource, "A confirmed order is locked.");
        }

        var whole = new Dictionary<string, object?>(present, StringComparer.Ordinal);
        foreach (var (name, value) in sent)
        {
            whole[name] = value;
        }

        rules.Check(resource, sent, whole, key);
        RowEdits.Update(database, resource.Name, "Id", key, sent);
    }

    /// <summary>Deletes a record and what belongs to it.</summary>
    /// <exception cref="GoRefusalException">It is not there, or something needs it.</exception>
    public void Delete(GoResource resource, object key)
    {
        _ = Present(resource, key) ?? throw GoRefusalException.Absent();
        rules.CheckDelete(resource, key);
        switch (resource.Name)
        {
            case "Customers":
                RowEdits.Delete(database, "ContactPersons", "ContactId", key);
                break;
            case "SalesOrders":
                RowEdits.Delete(database, "SalesOrderLines", "SalesOrderId", key);
                break;
        }

        RowEdits.Delete(database, resource.Name, "Id", key);
    }

    /// <summary>The cells of a record by column; none where it is not there.</summary>
    public Dictionary<string, object?>? Present(GoResource resource, object key)
    {
        var columns = resource.Table.Fields.Where(field => field.IsColumn).Select(field => field.Name).ToArray();
        return database.Query($"SELECT {string.Join(", ", columns.Select(Sql.Quote))} FROM {Sql.Quote(resource.Name)} WHERE \"Id\" = ?", key) is [var row]
            ? columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : null;
    }

    private void Fill(GoResource resource, Dictionary<string, object?> values)
    {
        foreach (var (column, value) in Defaults(resource.Name))
        {
            values[column] = values.GetValueOrDefault(column) ?? value;
        }

        if (values.Keys.Any(name => name.StartsWith("MailAddress.", StringComparison.Ordinal)))
        {
            values["MailAddress.CountryCode"] = values.GetValueOrDefault("MailAddress.CountryCode") ?? "NO";
        }
    }

    private IEnumerable<(string Column, object? Value)> Defaults(string resource) => resource switch
    {
        "Customers" => [("IsPerson", false), ("IsActive", true), ("IsArchived", false), ("CurrencyCode", "NOK"), ("Number", Next("Customers", "Number"))],
        "ContactPersons" => [("IsActive", true)],
        "Products" => [("ProductType", "Product"), ("IsArchived", false)],
        "SalesOrders" =>
        [
            ("SalesOrderStatus", "Draft"), ("CurrencyCode", "NOK"), ("IsCreatedByCurrentIntegration", true), ("SalesOrderNo", Next("SalesOrders", "SalesOrderNo")),
            ("SalesOrderDate", database.Present[..10]),
        ],
        "SalesOrderLines" => [("LineType", "Normal")],
        "Departments" => [("IsActive", true)],
        _ => [],
    };

    private object? Next(string table, string column) => database.Value($"SELECT coalesce(max({Sql.Quote(column)}), 10000) + 1 FROM {Sql.Quote(table)}");
}
