using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.PlainRest;

/// <summary>Answers single records: GET, POST, PATCH of what the body names, DELETE.</summary>
/// <param name="database">The database.</param>
/// <param name="newKey">Gives the key of a new record of a table.</param>
internal sealed class PlainDesk(StandInDatabase database, Func<string, string> newKey)
{
    /// <summary>What a refusal says.</summary>
    public static Reply Refusal(int status, string text) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("status", status);
        json.WriteString("message", text);
        json.WriteEndObject();
    });

    /// <summary>Answers what is asked of a resource below its path.</summary>
    /// <exception cref="PlainRefusalException">It is refused.</exception>
    public Reply Answer(Request request, PlainResource resource, string? key)
    {
        if (request.Method != "GET" && !resource.IsWritable)
        {
            return Refusal(405, "This resource is read-only.");
        }

        try
        {
            return (request.Method, key) switch
            {
                ("POST", null) => database.Write(() => Create(request, resource)),
                ("GET", { } id) => Show(resource, id, 200),
                ("PATCH", { } id) => database.Write(() => Change(request, resource, id)),
                ("DELETE", { } id) => database.Write(() => Delete(resource, id)),
                _ => Refusal(405, "This method is not for this address."),
            };
        }
        catch (SqliteFailureException failure) when (failure.PrimaryCode == 19)
        {
            return Refusal(409, failure.Message);
        }
    }

    private Reply Create(Request request, PlainResource resource)
    {
        var table = resource.Table;
        var cells = PlainForm.Read(request, table);
        if (table.Fields.FirstOrDefault(field => field.Is("mandatory") && string.IsNullOrWhiteSpace(cells.GetValueOrDefault(field.Name)?.ToString())) is { } missing)
        {
            throw new PlainRefusalException(400, $"'{missing.Name}' is required.");
        }

        var key = cells.GetValueOrDefault(table.Key.Name) as string ?? newKey(table.Table);
        if (RowEdits.Exists(database, table.Table, table.Key.Name, key))
        {
            throw new PlainRefusalException(409, $"There is a record with the id '{key}' already.");
        }

        Check(table, cells, null);
        cells[table.Key.Name] = key;
        cells[table.Modified!] = database.Present;
        RowEdits.Insert(database, table.Table, cells);
        return Show(resource, key, 201).With("Location", $"{request.Host}{request.Path.TrimEnd('/')}/{Uri.EscapeDataString(key)}");
    }

    private Reply Change(Request request, PlainResource resource, string key)
    {
        _ = Show(resource, key, 200);
        var cells = PlainForm.Read(request, resource.Table);
        cells.Remove(resource.Table.Key.Name);
        if (resource.Table.Fields.FirstOrDefault(field => field.Is("mandatory") && cells.ContainsKey(field.Name) && string.IsNullOrWhiteSpace(cells[field.Name]?.ToString())) is { } emptied)
        {
            throw new PlainRefusalException(400, $"'{emptied.Name}' is required.");
        }

        Check(resource.Table, cells, key);
        RowEdits.Update(database, resource.Table.Table, resource.Table.Key.Name, key, cells);
        return Show(resource, key, 200);
    }

    private Reply Delete(PlainResource resource, string key)
    {
        _ = Show(resource, key, 200);
        RowEdits.Delete(database, resource.Table.Table, resource.Table.Key.Name, key);
        return Reply.Nothing(204);
    }

    private Reply Show(PlainResource resource, string key, int status)
    {
        var table = resource.Table;
        var columns = string.Join(", ", table.Fields.Select(field => field.Sql()));
        return database.Query($"SELECT {columns} FROM {Sql.Quote(table.Table)} AS t WHERE t.{Sql.Quote(table.Key.Name)} = ?", key) is [var row]
            ? Reply.Json(status, json => PlainForm.Write(json, table.Fields, row))
            : throw new PlainRefusalException(404, $"There is no record with the id '{key}'.");
    }

    private void Check(EntityTable table, Dictionary<string, object?> cells, string? key)
    {
        foreach (var field in table.Fields.Where(field => cells.GetValueOrDefault(field.Name) is not null))
        {
            if (field.References is { } target && !RowEdits.Exists(database, target, target == "Users" ? "userName" : "id", cells[field.Name]))
            {
                throw new PlainRefusalException(400, $"'{field.Name}' names nothing that there is: {cells[field.Name]}.");
            }

            var column = Sql.Quote(field.Name);
            if (field.Is("unique") && database.Value($"SELECT 1 FROM {Sql.Quote(table.Table)} WHERE {column} = ? AND {Sql.Quote(table.Key.Name)} IS NOT ?", cells[field.Name], key) is not null)
            {
                throw new PlainRefusalException(409, $"'{field.Name}' {cells[field.Name]} is taken.");
            }
        }
    }
}
