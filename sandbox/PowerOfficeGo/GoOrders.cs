using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>What is particular to sales orders: orders made whole, their lines, and their end as an invoice.</summary>
/// <param name="database">The database.</param>
/// <param name="reader">Shows what was made.</param>
/// <param name="writer">Writes.</param>
internal sealed class GoOrders(StandInDatabase database, GoReader reader, GoWriter writer)
{
    private static readonly GoResource Orders = GoCatalogue.Find("SalesOrders")!, Lines = GoCatalogue.Find("SalesOrderLines")!;

    /// <summary>Makes an order with its lines.</summary>
    public Reply Create(Request request)
    {
        var body = GoBody.Parse(request, Orders, JsonValueKind.Object);
        var key = database.Write(() =>
        {
            var sent = GoBody.Created(body, Orders);
            if (sent.GetValueOrDefault("CustomerId") is null && sent.GetValueOrDefault("CustomerNo") is { } number)
            {
                sent["CustomerId"] = database.Value("SELECT \"Id\" FROM \"Customers\" WHERE \"Number\" = ?", number)
                    ?? throw GoRefusalException.Invalid(Orders, $"CustomerNo {number} does not exist.");
            }

            var made = writer.Create(Orders, sent);
            foreach (var line in LinesOf(body))
            {
                Add(made, line);
            }

            Total(made);
            return made;
        });
        return reader.Complete(key, 201)!;
    }

    /// <summary>Adds a line.</summary>
    public Reply AddLine(Request request, object order)
    {
        var body = GoBody.Parse(request, Lines, JsonValueKind.Object);
        return database.Write(() =>
        {
            _ = writer.Present(Orders, order) ?? throw GoRefusalException.Absent();
            var key = Add(order, body);
            Total(order);
            return reader.One(Lines, key, 201)!;
        });
    }

    /// <summary>Patches a line.</summary>
    public Reply PatchLine(Request request, object order, object line) => database.Write(() =>
    {
        Own(order, line);
        writer.Patch(request, Lines, line);
        Total(order);
        return reader.One(Lines, line)!;
    });

    /// <summary>Deletes a line.</summary>
    public Reply DeleteLine(object order, object line) => database.Write(() =>
    {
        Own(order, line);
        writer.Delete(Lines, line);
        Total(order);
        return Reply.Nothing(200);
    });

    /// <summary>Makes an invoice of an order, which leaves the list with its lines.</summary>
    public Reply Send(object order) => database.Write(() =>
    {
        writer.Delete(Orders, order);
        database.Run("INSERT INTO \"SentOrders\" (\"Id\", \"SentAt\") VALUES (?, ?)", order, database.Present);
        return Reply.Nothing(202);
    });

    /// <summary>Whether an order was sent as an invoice. The true form of this answer was not found.</summary>
    public Reply SentState(string? id)
    {
        var sent = database.Value("SELECT \"SentAt\" FROM \"SentOrders\" WHERE \"Id\" = ?", id) as string;
        return sent is null && writer.Present(Orders, id ?? string.Empty) is null
            ? throw GoRefusalException.Absent()
            : Reply.Json(200, json =>
            {
                json.WriteStartObject();
                json.WriteString("Id", id);
                json.WriteBoolean("IsSent", sent is not null);
                json.WriteEndObject();
            });
    }

    private object Add(object order, JsonElement body)
    {
        var sent = GoBody.Created(body, Lines);
        if (sent.GetValueOrDefault("ProductId") is null && sent.GetValueOrDefault("ProductCode") is { } code)
        {
            sent["ProductId"] = database.Value("SELECT \"Id\" FROM \"Products\" WHERE \"Code\" = ?", code) ?? throw GoRefusalException.Invalid(Lines, $"ProductCode {code} does not exist.");
        }

        sent.TryAdd("SortOrder", database.Value("SELECT coalesce(max(\"SortOrder\"), 0) + 1 FROM \"SalesOrderLines\" WHERE \"SalesOrderId\" = ?", order));
        return writer.Create(Lines, sent, ("SalesOrderId", order));
    }

    private void Own(object order, object line)
    {
        if (!Equals(writer.Present(Lines, line)?["SalesOrderId"], order))
        {
            throw GoRefusalException.Absent();
        }
    }

    private void Total(object order)
    {
        database.Run("UPDATE \"SalesOrderLines\" SET \"NetAmount\" = \"Quantity\" * \"ProductUnitPrice\" * (1 - coalesce(\"Allowance\", 0) / 100.0) WHERE \"SalesOrderId\" = ?", order);
        database.Run(
            "UPDATE \"SalesOrders\" SET \"NetAmount\" = (SELECT coalesce(sum(\"NetAmount\"), 0) FROM \"SalesOrderLines\" WHERE \"SalesOrderId\" = ?1), "
            + "\"TotalAmount\" = (SELECT coalesce(sum(\"NetAmount\"), 0) FROM \"SalesOrderLines\" WHERE \"SalesOrderId\" = ?1) WHERE \"Id\" = ?1",
            order);
    }

    private static JsonElement.ArrayEnumerator LinesOf(JsonElement body) =>
        body.TryGetProperty("SalesOrderLines", out var lines) && lines.ValueKind == JsonValueKind.Array ? lines.EnumerateArray() : default;
}
